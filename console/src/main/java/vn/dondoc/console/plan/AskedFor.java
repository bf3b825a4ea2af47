package vn.dondoc.console.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dondoc.contracts.api.Plans;

/**
 * What a document asks for without making a task of it, in one of its lists: duties, measures or objectives.
 *
 * @param open what nobody decided yet, by what it stands under
 */
public record AskedFor(String part, List<Group> open, List<DraftView.Line<Plans.Duty>> decided) {

    /** So many rows are shown at once; more stay folded under their headings. */
    private static final int MOST_UNFOLDED = 40;

    /** Rows under one heading; an empty one where the document has none. */
    public record Group(String heading, List<DraftView.Line<Plans.Duty>> lines) {

        /** All of them as one box of a form. */
        public String rows() {
            return lines.stream().map(line -> DraftView.rowOf(line.row())).collect(Collectors.joining(","));
        }
    }

    static AskedFor of(String part, List<DraftView.Line<Plans.Duty>> lines) {
        var byHeading = lines.stream().filter(line -> line.row().decision() == null).collect(Collectors.groupingBy(
                line -> Objects.requireNonNullElse(line.row().heading(), ""), LinkedHashMap::new, Collectors.toList()));
        return new AskedFor(
                part, byHeading.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue())).toList(),
                lines.stream().filter(line -> line.row().decision() != null).toList());
    }

    public int waiting() {
        return open.stream().mapToInt(group -> group.lines().size()).sum();
    }

    public boolean isEmpty() {
        return open.isEmpty() && decided.isEmpty();
    }

    /** Whether each has to be decided before publishing. */
    public boolean isToBeDecided() {
        return part.equals("duties");
    }

    public boolean isUnfolded(Group group) {
        return group.heading().isEmpty() || waiting() <= MOST_UNFOLDED || group.lines().stream().anyMatch(line -> !line.errors().isEmpty());
    }

    /** Where its first row with an error stands in the page. */
    Stream<String> errors() {
        return open.stream().flatMap(group -> group.lines().stream()).filter(line -> !line.errors().isEmpty())
                .map(line -> part + "-" + line.row().row());
    }
}
