package vn.dondoc.reporting.consolidation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.api.Consolidations.Stage;
import vn.dondoc.contracts.event.ConsolidationEvent;
import vn.dondoc.contracts.event.ConsolidationState;
import vn.dondoc.contracts.id.ConsolidationId;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;

/**
 * Reports put together, and their decisions. Once it is signed, neither what is taken nor a text changes; what comes makes a correction.
 *
 * @param province and {@code commune} as in {@code place}, where the branch of a caller looks for them
 * @param asked in the order of names, as it was signed
 * @param writers opaque ids of whoever took reports in or edited, by which nobody signs what they alone wrote
 * @param correctors the same of the correction that waits
 * @param nextBoundaryAt when something waits to be sent upward; else null
 * @param presentedOn since when it, or its correction, waits for a signature; null where nothing does
 */
record Consolidation(
        ConsolidationId id,
        UnitId province,
        UnitId commune,
        Place place,
        List<Asked> asked,
        List<Kind> kinds,
        List<Written> sections,
        Stage stage,
        @Nullable Signed signed,
        @Nullable Issued issued,
        List<Correction> corrections,
        List<PersonId> writers,
        List<PersonId> correctors,
        @Nullable Upward upward,
        @Nullable Instant nextBoundaryAt,
        @Nullable LocalDate presentedOn) {

    Consolidation {
        asked = Lists.orEmpty(asked);
        kinds = Lists.orEmpty(kinds);
        sections = Lists.orEmpty(sections);
        corrections = Lists.orEmpty(corrections);
        writers = Lists.orEmpty(writers);
        correctors = Lists.orEmpty(correctors);
    }

    static Decision<Consolidation> open(Place place, Rows rows, List<Written> sections, PersonId by) {
        var made = new Consolidation(
                new ConsolidationId(place.id()), place.province(), place.commune(), place, rows.asked(), rows.kinds(), sections, Stage.OPEN, null, null,
                List.of(), List.of(by), List.of(), null, null, null);
        return Decision.accept(made, made.fact("ConsolidationOpened", Map.of("received", made.received(), "asked", rows.asked().size())));
    }

    /**
     * Takes what is there now; after signing as a correction with a number. Taken again before anybody signed that, it is the same correction.
     *
     * @param proposals sections with what a program proposes
     */
    Decision<Consolidation> take(Rows rows, List<Written> proposals, LocalDate today, PersonId by) {
        if (stage == Stage.OPEN) {
            var written = new ConsolidationEdit(this).sections(proposals);
            return rows.asked().equals(asked) && rows.kinds().equals(kinds)
                    ? Decision.unchanged()
                    : Decision.accept(written.rows(rows).writer(by).done(), fact("ConsolidationTaken", Map.of("received", received(rows.asked()))));
        }
        var before = Rows.overlaid(asked, signedCorrections());
        var changed = rows.since(before);
        var waiting = waiting();
        if (changed.isEmpty() || waiting != null && waiting.changed().equals(changed)) {
            return Decision.unchanged();
        }
        var number = signedCorrections().size() + 1;
        var correction = Correction.waiting(number, today, changed, rows.kinds());
        var taken = fact("ConsolidationCorrectionTaken", Map.of("number", number, "reports", changed.size()));
        var after = new ConsolidationEdit(this).corrections(Stream.concat(signedCorrections().stream(), Stream.of(correction)).toList()).corrector(by)
                .presented(presentedOn == null ? today : presentedOn).done();
        return presentedOn == null
                ? Decision.accept(after, taken, Fact.of(new ConsolidationEvent.ConsolidationPresented(after.state()), commune))
                : Decision.accept(after, taken);
    }

    /** Lays it before whoever may sign it. */
    Decision<Consolidation> present(LocalDate today) {
        if (stage != Stage.OPEN) {
            return Decision.refuse(409, "CONSOLIDATION_SIGNED");
        } else if (received() == 0) {
            return Decision.refuse(409, "CONSOLIDATION_EMPTY");
        } else if (presentedOn != null) {
            return Decision.unchanged();
        }
        var after = new ConsolidationEdit(this).presented(today).done();
        return Decision.accept(after, Fact.of(new ConsolidationEvent.ConsolidationPresented(after.state()), commune));
    }

    /**
     * @param expected the version of the section that was looked at
     * @param words null for the draft
     * @param seen the fingerprint of the draft that was looked at
     */
    Decision<Consolidation> write(String section, @Nullable String words, long expected, String seen, Instant at, @Nullable PositionId position, PersonId by) {
        if (stage != Stage.OPEN) {
            return Decision.refuse(409, "CONSOLIDATION_SIGNED");
        }
        var now = section(section);
        if (now.version() != expected) {
            return Decision.refuse(412, "VERSION_CHANGED");
        } else if (now.isSame(words, seen)) {
            return Decision.unchanged();
        }
        return Decision.accept(
                new ConsolidationEdit(this).section(now.edited(words, at, position, seen)).writer(by).done(), fact("ConsolidationEdited", Map.of("section", section)));
    }

    /** Signs it off, or the correction that waits. {@code texts} are what stands in the sections: they are kept. */
    Decision<Consolidation> sign(Signed by, Map<String, String> texts, Instant now) {
        var waiting = waiting();
        if (stage != Stage.OPEN && waiting == null) {
            return Decision.refuse(409, "CONSOLIDATION_SIGNED");
        } else if (List.of(Objects.requireNonNull(by.person())).equals(waiting == null ? writers : correctors)) {
            return Decision.refuse(409, "CONSOLIDATION_OWN");
        } else if (received() == 0) {
            return Decision.refuse(409, "CONSOLIDATION_EMPTY");
        }
        if (waiting == null) {
            var kept = texts.entrySet().stream().map(text -> section(text.getKey()).kept(text.getValue())).toList();
            var signedOff = new ConsolidationEdit(this).sections(kept).stage(Stage.SIGNED).signed(by).presented(null).done();
            return Decision.accept(signedOff, presentedOn == null ? fact("ConsolidationSigned", Map.of("received", received())) : signedOff.signedOff());
        }
        var corrected = new ConsolidationEdit(this)
                .corrections(Stream.concat(signedCorrections().stream(), Stream.of(waiting.signed(by))).toList()).noCorrectors().presented(null)
                .upward(upward == null ? null : upward.again(now)).done();
        if (stage == Stage.ISSUED) {
            return Decision.accept(corrected, Fact.of(new ConsolidationEvent.ConsolidationCorrected(corrected.state()), commune));
        }
        var signedCorrection = fact("ConsolidationCorrectionSigned", Map.of("number", waiting.number()));
        return presentedOn == null ? Decision.accept(corrected, signedCorrection) : Decision.accept(corrected, signedCorrection, corrected.signedOff());
    }

    /** Its signature is taken back before it is issued. */
    Decision<Consolidation> reopen(String reason) {
        return switch (stage) {
            case OPEN -> Decision.refuse(409, "CONSOLIDATION_NOT_SIGNED");
            case ISSUED -> Decision.refuse(409, "CONSOLIDATION_ISSUED");
            case SIGNED -> corrections.isEmpty()
                    ? Decision.accept(
                            new ConsolidationEdit(this).sections(sections.stream().map(Written::released).toList()).stage(Stage.OPEN).signed(null).done(),
                            fact("ConsolidationReopened", Map.of()).withText(reason))
                    : Decision.refuse(409, "CONSOLIDATION_CORRECTED");
        };
    }

    /** Number, day and signed copy are there: locked. {@code answering} is the report to the province that it answers. */
    Decision<Consolidation> issue(Issued entered, @Nullable ReportId answering, Instant now) {
        if (stage == Stage.OPEN) {
            return Decision.refuse(409, "CONSOLIDATION_NOT_SIGNED");
        } else if (stage == Stage.ISSUED) {
            return Decision.refuse(409, "CONSOLIDATION_ISSUED");
        } else if (entered.on().isBefore(Objects.requireNonNull(signed).on())) {
            return Decision.refuse(422, "CONSOLIDATION_ISSUED_BEFORE");
        }
        var done = new ConsolidationEdit(this).stage(Stage.ISSUED).issued(entered).upward(answering == null ? null : Upward.waiting(answering, now)).done();
        return Decision.accept(done, Fact.of(new ConsolidationEvent.ReportConsolidated(done.state()), commune));
    }

    /** What waited was sent upward, or was refused. */
    Decision<Consolidation> told(UnaryOperator<Upward> how) {
        if (upward == null || upward.since() == null) {
            return Decision.unchanged();
        }
        var after = how.apply(upward);
        return Decision.accept(
                new ConsolidationEdit(this).upward(after).done(),
                fact("ConsolidationTold", Map.of("report", after.report().value(), "refusal", Objects.requireNonNullElse(after.refusal(), ""))));
    }

    Written section(String name) {
        return sections.stream().filter(section -> section.name().equals(name)).findFirst().orElseGet(() -> Written.none(name));
    }

    /** The correction that nobody signed yet. */
    @Nullable Correction waiting() {
        return corrections.isEmpty() || corrections.getLast().isSigned() ? null : corrections.getLast();
    }

    /** Who signed what was signed last: it, or the newest signed correction. */
    @Nullable Signed signedLast() {
        return signedCorrections().reversed().stream().map(Correction::by).filter(Objects::nonNull).findFirst().orElse(signed);
    }

    List<Correction> signedCorrections() {
        return corrections.stream().filter(Correction::isSigned).toList();
    }

    long received() {
        return received(asked);
    }

    private static long received(List<Asked> rows) {
        return rows.stream().filter(row -> row.version() != null).count();
    }

    private ConsolidationState state() {
        return new ConsolidationState(
                id, province, commune, place.rule(), place.period(), place.title(), asked.size(), Math.toIntExact(received()),
                issued == null ? null : issued.number(), issued == null ? null : issued.on(), signedCorrections().size(),
                upward == null ? null : upward.report(), presentedOn);
    }

    private Fact signedOff() {
        return Fact.of(new ConsolidationEvent.ConsolidationSignedOff(state()), commune);
    }

    private Fact fact(String type, Map<String, Object> data) {
        return Fact.internal(type, commune, data);
    }
}
