package vn.dondoc.reporting.consolidation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Consolidations.Stage;
import vn.dondoc.contracts.id.PersonId;

/** A consolidation with something other in it. */
final class ConsolidationEdit {

    private final Consolidation of;
    private List<Asked> asked;
    private List<Kind> kinds;
    private List<Written> sections;
    private Stage stage;
    private @Nullable Signed signed;
    private @Nullable Issued issued;
    private List<Correction> corrections;
    private List<PersonId> writers;
    private List<PersonId> correctors;
    private @Nullable Upward upward;
    private @Nullable LocalDate presentedOn;

    ConsolidationEdit(Consolidation of) {
        this.of = of;
        asked = of.asked();
        kinds = of.kinds();
        sections = of.sections();
        stage = of.stage();
        signed = of.signed();
        issued = of.issued();
        corrections = of.corrections();
        writers = of.writers();
        correctors = of.correctors();
        upward = of.upward();
        presentedOn = of.presentedOn();
    }

    ConsolidationEdit rows(Rows rows) {
        asked = rows.asked();
        kinds = rows.kinds();
        return this;
    }

    ConsolidationEdit sections(List<Written> others) {
        others.forEach(this::section);
        return this;
    }

    ConsolidationEdit section(Written other) {
        var all = new ArrayList<>(sections);
        all.removeIf(one -> one.name().equals(other.name()));
        all.add(other);
        sections = all;
        return this;
    }

    ConsolidationEdit stage(Stage other) {
        stage = other;
        return this;
    }

    ConsolidationEdit signed(@Nullable Signed by) {
        signed = by;
        return this;
    }

    ConsolidationEdit issued(Issued entered) {
        issued = entered;
        return this;
    }

    ConsolidationEdit corrections(List<Correction> all) {
        corrections = all;
        return this;
    }

    ConsolidationEdit writer(PersonId by) {
        writers = Stream.concat(writers.stream(), Stream.of(by)).distinct().toList();
        return this;
    }

    ConsolidationEdit corrector(PersonId by) {
        correctors = Stream.concat(correctors.stream(), Stream.of(by)).distinct().toList();
        return this;
    }

    ConsolidationEdit noCorrectors() {
        correctors = List.of();
        return this;
    }

    ConsolidationEdit upward(@Nullable Upward other) {
        upward = other;
        return this;
    }

    ConsolidationEdit presented(@Nullable LocalDate on) {
        presentedOn = on;
        return this;
    }

    Consolidation done() {
        return new Consolidation(
                of.id(), of.province(), of.commune(), of.place(), asked, kinds, sections, stage, signed, issued, corrections, writers, correctors, upward,
                upward == null ? null : upward.since(), presentedOn);
    }
}
