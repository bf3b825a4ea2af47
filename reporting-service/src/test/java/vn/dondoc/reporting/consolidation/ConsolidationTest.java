package vn.dondoc.reporting.consolidation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Consolidations.Proposal;
import vn.dondoc.contracts.api.Consolidations.Stage;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;
import vn.dondoc.contracts.id.ReportId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.history.Decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.reporting.consolidation.Answers.asked;

class ConsolidationTest {

    private static final Place PLACE = new Place(new UnitId("tinh"), new UnitId("xa"), new RuleId("r"), null, "Báo cáo tháng", "2026-03");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);
    private static final Instant AT = Instant.parse("2026-03-14T02:00:00Z");
    private static final PersonId OFFICER = new PersonId("n-1");
    private static final PersonId LEADER = new PersonId("n-2");
    private static final Issued COPY = new Issued("5/BC-UBND", DAY, "f", "ban-ky.pdf", "application/pdf", 10, "ab");

    @Test
    void nobodySignsWhatTheyAloneWroteAndTheSignatureKeepsEachText() {
        var open = opened(asked("a", 2), asked("b", 0));

        assertThat(code(open.sign(signed(OFFICER), Map.of(), AT))).isEqualTo("CONSOLIDATION_OWN");
        var edited = done(open.write("results", "Đã sửa", 0, "f", AT, null, OFFICER));
        var signed = done(edited.sign(signed(LEADER), Map.of("results", "Đã sửa", "proposals", "bản trích"), AT));

        assertThat(signed.stage()).isEqualTo(Stage.SIGNED);
        assertThat(signed.section("results").isKept()).isFalse();
        assertThat(signed.section("proposals").text()).isEqualTo("bản trích");
        assertThat(code(signed.write("results", "khác", 1, "f", AT, null, OFFICER))).isEqualTo("CONSOLIDATION_SIGNED");
        assertThat(code(signed.sign(signed(LEADER), Map.of(), AT))).isEqualTo("CONSOLIDATION_SIGNED");

        var again = done(signed.reopen("Sai số liệu"));
        assertThat(again.section("proposals").text()).as("the draft holds again").isNull();
        assertThat(again.section("results").text()).isEqualTo("Đã sửa");
    }

    @Test
    void whatWaitsForASignatureIsToldOnceAndNotAnyMoreOnceItIsSigned() {
        assertThat(code(opened(asked("a", 0)).present(DAY))).isEqualTo("CONSOLIDATION_EMPTY");
        var open = opened(asked("a", 2), asked("b", 0));
        assertThat(told(open.present(DAY))).containsExactly("ConsolidationPresented");
        var presented = done(open.present(DAY));
        assertThat(presented.present(DAY)).isInstanceOf(Decision.Unchanged.class);
        assertThat(told(presented.take(rows(asked("a", 2), asked("b", 3)), List.of(), DAY, OFFICER))).doesNotContain("ConsolidationPresented");

        assertThat(told(presented.sign(signed(LEADER), Map.of(), AT))).containsExactly("ConsolidationSignedOff");
        var signed = done(presented.sign(signed(LEADER), Map.of(), AT));
        assertThat(signed.presentedOn()).isNull();
        assertThat(code(signed.present(DAY))).isEqualTo("CONSOLIDATION_SIGNED");

        var later = signed.take(rows(asked("a", 2), asked("b", 3)), List.of(), DAY, OFFICER);
        assertThat(told(later)).containsExactly("ConsolidationCorrectionTaken", "ConsolidationPresented");
        assertThat(told(done(later).take(rows(asked("a", 5), asked("b", 3)), List.of(), DAY, OFFICER))).containsExactly("ConsolidationCorrectionTaken");
        assertThat(told(done(later).sign(signed(LEADER), Map.of(), AT))).containsExactly("ConsolidationCorrectionSigned", "ConsolidationSignedOff");
        assertThat(done(done(later).sign(signed(LEADER), Map.of(), AT)).presentedOn()).isNull();
    }

    private static List<String> told(Decision<Consolidation> decision) {
        return ((Decision.Accepted<Consolidation>) decision).facts().stream().map(fact -> fact.type()).toList();
    }

    @Test
    void whatPeopleWroteStaysWhenReportsComeAndTwoPeopleMeetOnlyInOneSection() {
        var edited = done(opened(asked("a", 2)).write("results", "Của tôi", 0, "f", AT, null, OFFICER));

        var taken = done(edited.take(rows(asked("a", 4), asked("b", 2)), List.of(), DAY, LEADER));

        assertThat(taken.section("results").text()).isEqualTo("Của tôi");
        assertThat(code(taken.write("results", "Của bạn", 0, "f", AT, null, LEADER))).isEqualTo("VERSION_CHANGED");
        assertThat(done(taken.write("proposals", "Khác", 0, "f", AT, null, LEADER)).section("results").text()).isEqualTo("Của tôi");
        assertThat(taken.take(rows(asked("a", 4), asked("b", 2)), List.of(), DAY, LEADER)).isInstanceOf(Decision.Unchanged.class);
        assertThat(done(taken.write("results", null, 1, "f", AT, null, LEADER)).section("results").text()).isNull();
    }

    @Test
    void afterSigningWhatComesIsANumberedCorrectionAndTheRestStays() {
        var signed = done(opened(asked("a", 2), asked("b", 0)).sign(signed(LEADER), Map.of("results", "x"), AT));

        assertThat(signed.take(rows(asked("a", 2), asked("b", 0)), List.of(), DAY, OFFICER)).isInstanceOf(Decision.Unchanged.class);
        var first = done(signed.take(rows(asked("a", 2), asked("b", 3)), List.of(), DAY, OFFICER));
        var more = done(first.take(rows(asked("a", 5), asked("b", 3)), List.of(), DAY, OFFICER));

        assertThat(more.asked()).isEqualTo(signed.asked());
        assertThat(more.corrections()).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(1);
            assertThat(one.changed()).containsExactly(asked("a", 5), asked("b", 3));
        });
        assertThat(code(more.sign(signed(OFFICER), Map.of(), AT))).isEqualTo("CONSOLIDATION_OWN");
        assertThat(code(more.reopen("x"))).isEqualTo("CONSOLIDATION_CORRECTED");
        var corrected = done(more.sign(signed(LEADER), Map.of(), AT));
        var second = done(corrected.take(rows(asked("a", 7), asked("b", 3)), List.of(), DAY, OFFICER));
        assertThat(second.corrections()).extracting(Correction::number).containsExactly(1, 2);
        assertThat(second.corrections().getLast().changed()).containsExactly(asked("a", 7));
    }

    @Test
    void issuedItIsLockedAndWhatItAnswersIsSentAgainWithEachSignedCorrection() {
        var signed = done(opened(asked("a", 2)).sign(signed(LEADER), Map.of("results", "x"), AT));
        assertThat(code(signed.issue(new Issued("5", DAY.minusDays(1), "f", "n", "m", 1, "ab"), null, AT))).isEqualTo("CONSOLIDATION_ISSUED_BEFORE");
        assertThat(code(opened(asked("a", 2)).issue(COPY, null, AT))).isEqualTo("CONSOLIDATION_NOT_SIGNED");

        var issued = done(signed.issue(COPY, new ReportId("up"), AT));
        assertThat(issued.nextBoundaryAt()).isEqualTo(AT);
        assertThat(code(issued.issue(COPY, null, AT))).isEqualTo("CONSOLIDATION_ISSUED");
        assertThat(code(issued.reopen("x"))).isEqualTo("CONSOLIDATION_ISSUED");

        var told = done(issued.told(up -> up.told(DAY)));
        assertThat(told.nextBoundaryAt()).isNull();
        var corrected = done(done(told.take(rows(asked("a", 5)), List.of(), DAY, OFFICER)).sign(signed(LEADER), Map.of(), AT));
        assertThat(corrected.nextBoundaryAt()).isEqualTo(AT);
        var refused = done(done(corrected.told(up -> up.refused("REPORT_NOT_OPEN"))).take(rows(asked("a", 9)), List.of(), DAY, OFFICER));
        assertThat(done(refused.sign(signed(LEADER), Map.of(), AT)).nextBoundaryAt()).as("somebody else answered it").isNull();
    }

    @Test
    void whatAProgramProposedIsMarkedAlsoWhereItWasTakenOver() {
        var proposed = Written.none("results").proposed(new Proposal("Máy viết", "mô hình"));

        assertThat(proposed.isByMachine()).isFalse();
        assertThat(proposed.text()).as("it stands in no document by itself").isNull();
        assertThat(proposed.edited("Máy viết", AT, null, "f").isByMachine()).isTrue();
        assertThat(proposed.edited("Người viết", AT, null, "f").isByMachine()).isFalse();

        var taken = proposed.edited("Máy viết", AT, null, "f").proposed(new Proposal("Máy viết khác", "mô hình"));
        assertThat(taken.isByMachine()).as("reports came since").isTrue();
        assertThat(taken.edited("Máy viết", AT, null, "g").isByMachine()).as("looked at again, and kept").isTrue();
        assertThat(taken.edited("Người viết", AT, null, "g").isByMachine()).isFalse();
        assertThat(taken.edited(null, AT, null, "g").isByMachine()).isFalse();
    }

    @Test
    void aTextThatIsKeptBesideAnotherDraftWasLookedAtAgain() {
        var edited = done(opened(asked("a", 2)).write("results", "Của tôi", 0, "f", AT, null, OFFICER));

        assertThat(edited.write("results", "Của tôi", 1, "f", AT, null, LEADER)).isInstanceOf(Decision.Unchanged.class);
        assertThat(done(edited.write("results", "Của tôi", 1, "g", AT, null, LEADER)).section("results").basis()).isEqualTo("g");
        assertThat(edited.write("proposals", null, 0, "g", AT, null, LEADER)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void whoSignedLastIsKnownAlsoOfCorrectionsFromBeforeThatWasKept() {
        var deputy = new Signed(new Urgings.Signing(Urgings.Authority.KT, "CHỦ TỊCH", "PHÓ CHỦ TỊCH"), DAY, new PersonId("n-3"), new PositionId("p-3"));
        var signed = done(opened(asked("a", 2)).sign(signed(LEADER), Map.of(), AT));
        var waiting = done(signed.take(rows(asked("a", 5)), List.of(), DAY, OFFICER));
        assertThat(waiting.signedLast()).isEqualTo(signed(LEADER));

        var corrected = done(waiting.sign(deputy, Map.of(), AT));
        assertThat(corrected.corrections().getLast().by()).isEqualTo(deputy);
        assertThat(corrected.signedLast()).isEqualTo(deputy);
        var before = corrected.corrections().getLast();
        assertThat(new ConsolidationEdit(corrected).corrections(List.of(new Correction(1, before.on(), DAY, before.changed(), before.kinds(), null))).done().signedLast())
                .isEqualTo(signed(LEADER));
    }

    @Test
    void rowsStandInTheOrderOfNamesWhenTheyAreCorrected() {
        var signed = List.of(named("r-1", "Đồi Chè"), named("r-3", "Gò Cao"));
        var correction = Correction.waiting(1, DAY, List.of(named("r-4", "Ấp Mới"), named("r-2", "Em Đềm")), List.of());

        assertThat(Rows.overlaid(signed, List.of(correction))).extracting(Asked::name).containsExactly("Ấp Mới", "Đồi Chè", "Em Đềm", "Gò Cao");
    }

    private static Asked named(String report, String name) {
        return new Asked(new ReportId(report), new UnitId("u"), name, 2L, false, List.of());
    }

    private static Consolidation opened(Asked... rows) {
        return done(Consolidation.open(PLACE, rows(rows), List.of(), OFFICER));
    }

    private static Rows rows(Asked... rows) {
        return new Rows(List.of(rows), List.of());
    }

    private static Signed signed(PersonId by) {
        return new Signed(new Urgings.Signing(Urgings.Authority.TM, "ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), DAY, by, new PositionId("p"));
    }

    private static Consolidation done(Decision<Consolidation> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Consolidation>) decision).state();
    }

    private static String code(Decision<Consolidation> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Consolidation>) decision).refusal().code();
    }
}
