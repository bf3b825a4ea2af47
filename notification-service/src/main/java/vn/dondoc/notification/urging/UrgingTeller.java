package vn.dondoc.notification.urging;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.event.UnitState;
import vn.dondoc.contracts.id.Ids;
import vn.dondoc.notification.intake.Telling;
import vn.dondoc.notification.message.Messages;
import vn.dondoc.notification.obligation.Known;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.obligation.Obligations;
import vn.dondoc.notification.rule.Occasion;
import vn.dondoc.notification.rule.Rules;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Decision;
import vn.dondoc.platform.web.Correlation;

/** Tells the units that a letter was sent, and the desk of answers; then what was to be told is taken off the letter. */
@Component
class UrgingTeller {

    private final Obligations obligations;
    private final Telling telling;
    private final Directory directory;

    UrgingTeller(Obligations obligations, Telling telling, Directory directory) {
        this.obligations = obligations;
        this.telling = telling;
        this.directory = directory;
    }

    /** @throws IllegalStateException while the copy of the organisation is not up to date; to be tried again */
    Decision<Urging> pass(Urging urging, Instant now) {
        if (urging.toTell().isEmpty()) {
            return urging.pass(now);
        }
        if (!directory.isFresh()) {
            throw new IllegalStateException("The organisation is not up to date, so nobody can be addressed yet");
        }
        var owed = urging.addressees().stream().collect(Collectors.toMap(Addressee::unit, one -> answerOf(urging, one)));
        obligations.apply(owed.values().stream().map(answer -> new Known(answer, urging.turn(), Set.of())).toList());
        urging.toTell().forEach(tell -> tell.units().forEach(unit -> tell(urging, tell.occasion(), Objects.requireNonNull(owed.get(unit)), now)));
        return urging.told();
    }

    private void tell(Urging urging, Occasion occasion, Obligation answer, Instant now) {
        var step = new Messages.Step(typeOf(occasion), Ids.derived("urging", urging.id().value(), occasion.word()), now, null);
        telling.tell(now, Correlation.current(), telling.of(step, Rules.ofUrging(occasion), answer, answer));
    }

    private static String typeOf(Occasion occasion) {
        return switch (occasion) {
            case URGED -> "UrgingSent";
            case URGING_OVERDUE -> "UrgingAnswerOverdue";
            case URGING_ANSWERED -> "UrgingAnswered";
            default -> throw new IllegalArgumentException(occasion.name());
        };
    }

    private Obligation answerOf(Urging urging, Addressee one) {
        var issued = Objects.requireNonNull(urging.issued());
        var area = directory.unit(one.unit()).map(UnitState::commune).orElse(urging.province());
        return Obligation.answer(
                urging.id(), urging.province(), area, one.unit(), urging.desk(), issued.number() + " – " + urging.letter().subject(),
                urging.letter().answerBy(), one.hasAnswered(), urging.overdue() && !one.hasAnswered());
    }
}
