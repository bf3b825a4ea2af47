package vn.dondoc.console.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;

/** The whole text of a document in pieces, each that something was read from leading to its rows. */
final class SourcePane {

    private SourcePane() {}

    /**
     * A piece of the text.
     *
     * @param rows what was read from it, such as {@code tasks-t1}; none for what lies between
     */
    public record Piece(String text, List<String> rows) {}

    private record Place(String row, int start, int end) {}

    static List<Piece> of(Plans.Content content, String text) {
        var places = Stream.of(
                        content.tasks().stream().map(row -> place("tasks-" + row.row(), row.source(), text)),
                        content.targets().stream().map(row -> place("targets-" + row.row(), row.source(), text)),
                        content.reporting().stream().map(row -> place("reporting-" + row.row(), row.source(), text)),
                        content.duties().stream().map(row -> place("duties-" + row.row(), row.source(), text)),
                        content.measures().stream().map(row -> place("measures-" + row.row(), row.source(), text)),
                        content.objectives().stream().map(row -> place("objectives-" + row.row(), row.source(), text)))
                .flatMap(row -> row)
                .flatMap(Stream::ofNullable)
                .sorted(Comparator.comparingInt(Place::start).thenComparing(Comparator.comparingInt(Place::end).reversed()))
                .toList();
        return pieces(places, text);
    }

    /** Nothing for what stands in an annex: its places count in another text. */
    private static @Nullable Place place(String row, Plans.@Nullable Source source, String text) {
        return source == null || source.file() != null || source.start() < 0 || source.end() <= source.start() || source.end() > text.length()
                ? null
                : new Place(row, source.start(), source.end());
    }

    /** What overlaps becomes one piece that leads to all of its rows. */
    private static List<Piece> pieces(List<Place> places, String text) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (int i = 0; i < places.size(); ) {
            int start = places.get(i).start();
            int end = places.get(i).end();
            var rows = new ArrayList<String>();
            while (i < places.size() && places.get(i).start() < end) {
                rows.add(places.get(i).row());
                end = Math.max(end, places.get(i).end());
                i++;
            }
            if (start > at) {
                pieces.add(new Piece(text.substring(at, start), List.of()));
            }
            pieces.add(new Piece(text.substring(start, end), List.copyOf(rows)));
            at = end;
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), List.of()));
        }
        return pieces;
    }
}
