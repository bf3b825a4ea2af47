package vn.dondoc.task.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates.Told;
import vn.dondoc.task.assignment.Attaching;
import vn.dondoc.task.assignment.Attaching.Attached;
import vn.dondoc.task.assignment.Figures;
import vn.dondoc.task.file.TaskFile;
import vn.dondoc.task.sheet.Words;

/**
 * What a task's file tells, in words.
 *
 * @param plan its title; empty where it is not known
 * @param files by their ids
 * @param madeAt when the file is made, domain time
 */
record Dossier(AsOf asOf, String plan, Map<String, TaskFile> files, Directory directory, Words words, Instant madeAt) {

    /** A name and what stands behind it. */
    record Fact(String name, String value) {}

    /** An entry of the history in words. */
    record Line(String at, String what, String who, String note) {}

    /**
     * A file that was told until that day.
     *
     * @param file null where nothing is kept of it any more
     */
    record Piece(Attached attached, @Nullable TaskFile file, Line line) {}

    List<Fact> facts() {
        var state = asOf.state();
        var extension = state.extension();
        return Stream.of(
                        fact("task", state.title()),
                        fact("ordinal", Objects.requireNonNullElse(state.ordinal(), "")),
                        fact("plan", plan),
                        fact("commune", directory.nameOf(state.commune())),
                        fact("lead", names(state.lead())),
                        fact("coordinating", names(state.coordinating())),
                        fact("deadline", words.deadline(state.lastDay(), state.due())),
                        fact("firstDay", extension == null ? "" : words.day(extension.firstDay())),
                        fact("workState", words.of(state.workState())),
                        fact("timeClass", words.of(asOf.timeClass())),
                        fact("submittedOn", words.day(state.submittedOn())),
                        fact("budget", state.budgetVnd() == null ? "" : String.format(Locale.ROOT, "%,d", state.budgetVnd()).replace(',', '.')))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    List<Line> history() {
        return asOf.entries().stream().map(this::line).toList();
    }

    List<Line> moves() {
        return asOf.moves().stream()
                .map(move -> {
                    var line = line(move.told());
                    var days = words.say("dossier.moved", dayOf(move.before()), dayOf(move.after()));
                    return new Line(line.at(), line.what() + ": " + days, line.who(), line.note());
                })
                .toList();
    }

    List<Piece> pieces() {
        return asOf.entries().stream()
                .flatMap(told -> Attaching.in(told.entry()).stream().map(file -> new Piece(file, files.get(file.id()), line(told))))
                .toList();
    }

    private Line line(Told told) {
        var entry = told.entry();
        var basis = entry.data().get("basis") instanceof Map<?, ?> document ? Objects.toString(document.get("number"), "") : "";
        var figures = Figures.in(entry, told.text()).stream().map(words::of).collect(Collectors.joining("; "));
        return new Line(words.moment(entry.at()), words.happened(entry.type()), who(entry.actor().position()),
                !figures.isEmpty() ? figures : told.text() == null ? basis : told.text());
    }

    private String who(@Nullable PositionId id) {
        if (id == null) {
            return words.say("dossier.system");
        }
        return directory.position(id).map(position -> position.title() + ", " + directory.nameOf(position.unit())).orElse(id.value());
    }

    private String dayOf(@Nullable LocalDate day) {
        return day == null ? words.say("due.none") : words.day(day);
    }

    private String names(List<UnitId> units) {
        return units.stream().map(directory::nameOf).collect(Collectors.joining("; "));
    }

    private Fact fact(String name, String value) {
        return new Fact(words.say("sheet." + name), value);
    }
}
