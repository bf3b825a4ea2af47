package vn.dondoc.notification.urging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.api.Urgings.Stage;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.contracts.id.UrgingId;
import vn.dondoc.notification.rule.Occasion;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.time.DomainClock;

import static org.assertj.core.api.Assertions.assertThat;

class UrgingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOW = DomainClock.startOf(TODAY).plusSeconds(36_000);
    private static final UnitId OFFICE = new UnitId("office");
    private static final UnitId FRONT = new UnitId("front");

    @Test
    void it_goes_from_draft_to_register_to_units_to_answers() {
        var sent = sent();
        assertThat(sent.stage()).isEqualTo(Stage.SENT);
        assertThat(sent.toTell()).containsExactly(new Tell(Occasion.URGED, List.of(OFFICE, FRONT)));
        assertThat(sent.nextBoundaryAt()).as("told at once").isEqualTo(NOW);
        var told = after(sent.told());
        assertThat(told.toTell()).isEmpty();
        assertThat(told.nextBoundaryAt()).isEqualTo(DomainClock.startOf(TODAY.plusDays(4)));
        var first = after(told.answer(OFFICE, "Xong", NOW));
        assertThat(first.stage()).isEqualTo(Stage.SENT);
        assertThat(after(after(first.told()).answer(FRONT, "Xong", NOW)).stage()).isEqualTo(Stage.ANSWERED);
    }

    @Test
    void only_a_signed_and_numbered_letter_is_sent() {
        assertThat(draft().send(NOW)).isEqualTo(Decision.refuse(409, "URGING_NOT_ISSUED"));
        assertThat(draft().issue(issued(TODAY.minusDays(1)))).isEqualTo(Decision.refuse(422, "URGING_ISSUED_BEFORE"));
        var again = after(after(draft().issue(issued(TODAY))).issue(issued(TODAY)));
        assertThat(again.stage()).as("a wrong number is put right").isEqualTo(Stage.ISSUED);
        assertThat(again.change(new Letter("khác", "khác", TODAY, again.letter().signing()))).isEqualTo(Decision.refuse(409, "URGING_NOT_DRAFT"));
        assertThat(after(draft().discard()).send(NOW)).isEqualTo(Decision.refuse(409, "URGING_NOT_ISSUED"));
        assertThat(after(draft().issue(issued(TODAY))).send(NOW.plus(Duration.ofDays(9)))).isEqualTo(Decision.refuse(409, "URGING_ANSWER_DAY_PAST"));
    }

    @Test
    void silence_is_told_once_when_the_last_day_has_ended_and_a_late_answer_stays_late() {
        var waiting = after(after(after(sent().told()).answer(OFFICE, "Xong", NOW)).told());
        var end = DomainClock.startOf(TODAY.plusDays(4));
        assertThat(waiting.nextBoundaryAt()).isEqualTo(end);
        var late = after(waiting.pass(end));
        assertThat(late.overdue()).isTrue();
        assertThat(late.toTell()).containsExactly(new Tell(Occasion.URGING_OVERDUE, List.of(FRONT)));
        var told = after(late.told());
        assertThat(told.nextBoundaryAt()).isNull();
        assertThat(told.pass(end.plusSeconds(60))).isEqualTo(Decision.unchanged());
        var answered = after(told.answer(FRONT, "Muộn", end));
        assertThat(answered.stage()).isEqualTo(Stage.ANSWERED);
        assertThat(answered.overdue()).isTrue();
        assertThat(answered.answer(FRONT, "Lần nữa", end)).isEqualTo(Decision.refuse(409, "URGING_ANSWERED"));
    }

    @Test
    void what_comes_while_somebody_is_still_to_be_told_is_told_too() {
        var answered = after(sent().answer(OFFICE, "Ngay", NOW.plusSeconds(1)));
        assertThat(answered.toTell()).extracting(Tell::occasion).containsExactly(Occasion.URGED, Occasion.URGING_ANSWERED);
        assertThat(answered.turn()).isEqualTo(2);
        assertThat(answered.answer(new UnitId("other"), "Không phải tôi", NOW)).isEqualTo(Decision.refuse(422, "URGING_NOT_ADDRESSED"));
    }

    private static Urging sent() {
        return after(after(draft().issue(issued(TODAY))).send(NOW));
    }

    private static Urging draft() {
        var side = new Side(new UnitId("tinh"), new UnitId("xa"), new UnitId("xa"), new UnitId("vp"));
        var letter = new Letter("đôn đốc", "Nội dung", TODAY.plusDays(3), new Urgings.Signing(Urgings.Authority.TM, "ỦY BAN NHÂN DÂN", "CHỦ TỊCH"));
        return Urging.draft(
                new UrgingId("u1"), side, List.of(new UnitId("xa")), TODAY, letter, List.of(),
                List.of(new Addressee(OFFICE, false, null, null), new Addressee(FRONT, true, null, null)));
    }

    private static Issued issued(LocalDate day) {
        return new Issued("12/UBND-VP", day, "f", "cv.pdf", "application/pdf", 1, "00");
    }

    private static Urging after(Decision<Urging> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Urging>) decision).state();
    }
}
