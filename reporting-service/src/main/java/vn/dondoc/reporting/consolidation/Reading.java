package vn.dondoc.reporting.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Consolidations;
import vn.dondoc.contracts.api.Consolidations.Figure;
import vn.dondoc.contracts.api.Consolidations.FigureRow;
import vn.dondoc.contracts.api.Consolidations.Section;
import vn.dondoc.contracts.api.Consolidations.Stage;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.event.PositionState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.platform.access.Directory;

/** A consolidation with its words and figures: read once from the answers that it names, as it was signed and with each correction. */
@Component
final class Reading {

    private final Taking taking;
    private final Drafting drafting;
    private final Directory directory;

    Reading(Taking taking, DocumentWords words, Directory directory) {
        this.taking = taking;
        this.drafting = new Drafting(words);
        this.directory = directory;
    }

    /**
     * @param figures as they were signed, or as they are while it is open
     * @param latest with all corrections that were signed
     */
    record Whole(List<Figure> figures, List<Section> sections, List<Consolidations.Correction> corrections, List<Figure> latest) {

        Map<String, String> texts() {
            var texts = new HashMap<String, String>();
            sections.forEach(section -> texts.put(section.name(), section.text()));
            return texts;
        }
    }

    Whole of(Consolidation state) {
        var versions = Stream.concat(state.asked().stream(), state.corrections().stream().flatMap(one -> one.changed().stream())).toList();
        var answers = new HashMap<String, Reports.Submission>();
        taking.answers(versions).forEach(one -> {
            if (one.answer() != null) {
                answers.put(key(one.asked()), one.answer());
            }
        });
        var questions = taking.questions(state.place());
        var taken = taken(state.asked(), answers);
        var figures = Reckoning.of(state.kinds(), taken);
        var saying = new Saying(taken, questions);
        var corrections = new ArrayList<Consolidations.Correction>();
        var before = figures;
        var latest = figures;
        for (var at = 0; at < state.corrections().size(); at++) {
            var correction = state.corrections().get(at);
            var until = state.corrections().subList(0, at + 1);
            var rows = taken(Rows.overlaid(state.asked(), until), answers);
            var after = Reckoning.of(Rows.kinds(state.kinds(), until), rows);
            corrections.add(correction(correction, Rows.overlaid(state.asked(), until.subList(0, at)), before, after, new Saying(taken(correction.changed(), answers), questions)));
            before = after;
            latest = correction.isSigned() ? after : latest;
        }
        return new Whole(figures, saying.sections().stream().map(name -> section(state, name, saying, figures)).toList(), corrections, latest);
    }

    Section section(Consolidation state, String name) {
        return of(state).sections().stream().filter(section -> section.name().equals(name)).findFirst().orElseThrow();
    }

    boolean hasSection(Consolidation state, String name) {
        return new Saying(List.of(), taking.questions(state.place())).sections().contains(name);
    }

    private static String fingerprint(String draft) {
        return Ids.derived("draft", draft);
    }

    private Section section(Consolidation state, String name, Saying saying, List<Figure> figures) {
        var written = state.section(name);
        var said = saying.in(name);
        var draft = written.isKept() ? Objects.requireNonNull(written.text()) : drafting.of(name, said, figures);
        var basis = fingerprint(draft);
        var position = written.position();
        return new Section(
                name, saying.question(name), said, draft, basis, written.isKept() ? null : written.text(), written.version(), written.at(),
                position == null ? null : directory.position(position).map(PositionState::title).orElse(null),
                state.stage() == Stage.OPEN && written.text() != null && !basis.equals(written.basis()), written.proposal(), written.isByMachine());
    }

    private Consolidations.Correction correction(Correction correction, List<Asked> rows, List<Figure> before, List<Figure> after, Saying saying) {
        var known = new HashMap<String, Asked>();
        rows.forEach(row -> known.put(row.report().value(), row));
        var reports = correction.changed().stream().map(row -> new Consolidations.CorrectedReport(
                row.report(), row.unit(), row.name(), known.containsKey(row.report().value()) ? known.get(row.report().value()).version() : null,
                Objects.requireNonNull(row.version()))).toList();
        var sections = saying.sections().stream().filter(name -> !saying.in(name).isEmpty()).map(name -> new Section(
                name, saying.question(name), saying.in(name), drafting.of(name, saying.in(name), List.of()), null, null, 0, null, null, false, null, false)).toList();
        var by = correction.by();
        return new Consolidations.Correction(
                correction.number(), correction.on(), correction.signedOn(), reports, changes(before, after), sections, by == null ? null : by.form());
    }

    /** Where nothing can be made out of several units, unit by unit. */
    static List<Consolidations.CorrectedFigure> changes(List<Figure> before, List<Figure> after) {
        var changes = new ArrayList<Consolidations.CorrectedFigure>();
        for (var now : after) {
            var then = before.stream().filter(one -> one.key().equals(now.key())).findFirst().orElse(null);
            if (now.total() != null || then != null && then.total() != null || now.rows().isEmpty()) {
                add(changes, now, now.name(), then == null ? null : then.total(), now.total());
                continue;
            }
            for (var row : now.rows()) {
                var was = then == null ? null : then.rows().stream().filter(one -> one.report().equals(row.report())).map(FigureRow::value).findFirst().orElse(null);
                add(changes, now, now.name() + " – " + row.unitName(), was, row.value());
            }
        }
        return changes;
    }

    private static void add(
            List<Consolidations.CorrectedFigure> changes, Figure figure, String name, java.math.@Nullable BigDecimal from, java.math.@Nullable BigDecimal to) {
        if (from == null ? to != null : to == null || from.compareTo(to) != 0) {
            changes.add(new Consolidations.CorrectedFigure(figure.key(), name, figure.unit(), from, to));
        }
    }

    private static List<Taken> taken(List<Asked> rows, Map<String, Reports.Submission> answers) {
        return rows.stream().map(row -> new Taken(row, row.version() == null ? null : answers.get(key(row)))).toList();
    }

    private static String key(Asked row) {
        return row.report() + " " + row.version();
    }
}
