package vn.dondoc.notification.urging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.api.Urgings.Stage;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.contracts.id.UrgingId;
import vn.dondoc.notification.rule.Occasion;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.history.Fact;
import vn.dondoc.platform.time.DomainClock;

/**
 * One letter. What somebody has to be told of it is stored with the change itself and told by the sweep, so that a letter that was sent is
 * never sent without a message, and no message is there for a letter that was not.
 *
 * @param commune whose letter it is; null for one of the province
 * @param issuer in whose name it is written: the commune or the province
 * @param desk the unit that wrote it, and is told of answers
 * @param communes of the addressees; several only of a letter of the province, see {@link #isApart}
 * @param asOf the day on which what is late was counted
 * @param issued null until it is signed and numbered
 * @param overdue the last day to answer has passed, and not every unit had answered
 * @param turn grows with everything that is told of it
 * @param nextBoundaryAt when somebody is to be told, or the last day to answer ends; null where neither comes
 */
record Urging(
        UrgingId id,
        UnitId province,
        @Nullable UnitId commune,
        UnitId issuer,
        UnitId desk,
        List<UnitId> communes,
        LocalDate asOf,
        Letter letter,
        List<Item> items,
        List<Addressee> addressees,
        Urgings.Stage stage,
        @Nullable Issued issued,
        @Nullable LocalDate sentOn,
        boolean overdue,
        long turn,
        List<Tell> toTell,
        @Nullable Instant nextBoundaryAt) {

    private static final String UNITS = "units";

    Urging {
        communes = List.copyOf(communes);
        items = List.copyOf(items);
        addressees = List.copyOf(addressees);
        toTell = Lists.orEmpty(toTell);
    }

    static Urging draft(
            UrgingId id, Side side, List<UnitId> communes, LocalDate today, Letter letter, List<Item> items, List<Addressee> addressees) {
        return new Urging(
                id, side.province(), side.commune(), side.area(), side.desk(), communes, today, letter, items, addressees, Stage.DRAFT, null, null, false, 0,
                List.of(), null);
    }

    Decision<Urging> drafted() {
        return Decision.accept(this, fact("UrgingDrafted", Map.of(UNITS, values(units()), "rows", items.size())));
    }

    Decision<Urging> change(Letter other) {
        if (stage != Stage.DRAFT) {
            return Decision.refuse(409, "URGING_NOT_DRAFT");
        }
        return other.equals(letter) ? Decision.unchanged() : Decision.accept(edited(edit -> edit.letter = other), fact("UrgingChanged", Map.of()));
    }

    Decision<Urging> discard() {
        return switch (stage) {
            case DRAFT -> Decision.accept(edited(edit -> edit.stage = Stage.DISCARDED), fact("UrgingDiscarded", Map.of()));
            case DISCARDED -> Decision.unchanged();
            case ISSUED, SENT, ANSWERED -> Decision.refuse(409, "URGING_NOT_DRAFT");
        };
    }

    /** Number and signed letter are there; a wrong number is put right until it is sent. */
    Decision<Urging> issue(Issued entered) {
        if (stage != Stage.DRAFT && stage != Stage.ISSUED) {
            return Decision.refuse(409, "URGING_NOT_DRAFT");
        }
        if (entered.on().isBefore(asOf)) {
            return Decision.refuse(422, "URGING_ISSUED_BEFORE");
        }
        return Decision.accept(
                edited(edit -> {
                    edit.stage = Stage.ISSUED;
                    edit.issued = entered;
                }),
                fact("UrgingIssued", Map.of("number", entered.number(), "sha256", entered.sha256())));
    }

    /** @param now the domain's moment at which the units are told */
    Decision<Urging> send(Instant now) {
        if (stage != Stage.ISSUED) {
            return Decision.refuse(409, "URGING_NOT_ISSUED");
        }
        var today = LocalDate.ofInstant(now, DomainClock.ZONE);
        if (letter.answerBy().isBefore(today)) {
            return Decision.refuse(409, "URGING_ANSWER_DAY_PAST");
        }
        var sent = edited(edit -> {
            edit.stage = Stage.SENT;
            edit.sentOn = today;
        }).telling(new Tell(Occasion.URGED, units()), now);
        return Decision.accept(sent, fact("UrgingSent", Map.of(UNITS, values(units()))));
    }

    /** A late answer is taken too, and stays late. */
    Decision<Urging> answer(UnitId unit, String text, Instant now) {
        if (stage != Stage.SENT) {
            return Decision.refuse(409, stage == Stage.ANSWERED ? "URGING_ANSWERED" : "URGING_NOT_SENT");
        }
        var addressee = addressees.stream().filter(one -> one.unit().equals(unit)).findFirst().orElse(null);
        if (addressee == null) {
            return Decision.refuse(422, "URGING_NOT_ADDRESSED");
        }
        if (addressee.hasAnswered()) {
            return Decision.refuse(409, "URGING_ANSWERED");
        }
        var given = new Addressee(unit, addressee.asked(), LocalDate.ofInstant(now, DomainClock.ZONE), text);
        var all = addressees.stream().map(one -> one.equals(addressee) ? given : one).toList();
        var answered = edited(edit -> {
            edit.addressees = all;
            edit.stage = all.stream().allMatch(Addressee::hasAnswered) ? Stage.ANSWERED : Stage.SENT;
        }).telling(new Tell(Occasion.URGING_ANSWERED, List.of(unit)), now);
        return Decision.accept(answered, fact("UrgingAnswered", Map.of(UNITS, List.of(unit.value()))).withText(text));
    }

    /** The last day to answer has ended. */
    Decision<Urging> pass(Instant now) {
        var silent = addressees.stream().filter(one -> !one.hasAnswered()).map(Addressee::unit).toList();
        if (stage != Stage.SENT || overdue || silent.isEmpty()) {
            return Decision.unchanged();
        }
        var late = edited(edit -> edit.overdue = true).telling(new Tell(Occasion.URGING_OVERDUE, silent), now);
        return Decision.accept(late, fact("UrgingAnswerOverdue", Map.of(UNITS, values(silent))));
    }

    /** Everybody who was to be told of it was. */
    Decision<Urging> told() {
        return Decision.accept(edited(edit -> edit.toTell = List.of()).waiting(null), fact("UrgingTold", Map.of("turn", turn)));
    }

    /** The commune it is of; the province where it is of none. */
    UnitId area() {
        return commune == null ? province : commune;
    }

    /** Its addressees lie in several places: each has an annex of its own, and none sees what the others owe. */
    boolean isApart() {
        return isApart(commune, addressees);
    }

    /** @param commune whose letter it is; null for one of the province */
    static boolean isApart(@Nullable UnitId commune, List<Addressee> addressees) {
        return commune == null && addressees.size() > 1;
    }

    List<UnitId> units() {
        return addressees.stream().map(Addressee::unit).toList();
    }

    private Urging telling(Tell tell, Instant now) {
        var all = Stream.concat(toTell.stream(), Stream.of(tell)).toList();
        return edited(edit -> edit.toTell = all).waiting(now);
    }

    /** @param now from when on somebody is to be told; null where nobody is */
    private Urging waiting(@Nullable Instant now) {
        var next = now != null ? now : stage == Stage.SENT && !overdue ? DomainClock.startOf(letter.answerBy().plusDays(1)) : null;
        return new Urging(
                id, province, commune, issuer, desk, communes, asOf, letter, items, addressees, stage, issued, sentOn, overdue, now == null ? turn : turn + 1,
                toTell, next);
    }

    private Urging edited(Consumer<Edit> change) {
        var edit = new Edit(this);
        change.accept(edit);
        return new Urging(
                id, province, commune, issuer, desk, communes, asOf, edit.letter, items, edit.addressees, edit.stage, edit.issued, edit.sentOn, edit.overdue,
                turn, edit.toTell, nextBoundaryAt);
    }

    private static final class Edit {

        private Letter letter;
        private List<Addressee> addressees;
        private Stage stage;
        private @Nullable Issued issued;
        private @Nullable LocalDate sentOn;
        private boolean overdue;
        private List<Tell> toTell;

        private Edit(Urging of) {
            letter = of.letter;
            addressees = of.addressees;
            stage = of.stage;
            issued = of.issued;
            sentOn = of.sentOn;
            overdue = of.overdue;
            toTell = of.toTell;
        }
    }

    private Fact fact(String type, Map<String, Object> data) {
        return Fact.internal(type, area(), data);
    }

    private static List<String> values(List<UnitId> units) {
        return units.stream().map(UnitId::value).toList();
    }
}
