package vn.dondoc.notification.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.SettingsState;
import vn.dondoc.notification.rule.Occasion;
import vn.dondoc.notification.rule.Usual;

/**
 * What a rule is about: an occasion, with the days before the last day, or the step of an escalation.
 *
 * @param number null where the occasion has none
 */
record Step(Occasion occasion, @Nullable Integer number) {

    /** "due-soon:7", "assigned" */
    String code() {
        return number == null ? occasion.word() : occasion.word() + ":" + number;
    }

    static Optional<Step> of(String code) {
        var colon = code.indexOf(':');
        var word = colon < 0 ? code : code.substring(0, colon);
        var occasion = Usual.changeable().stream().filter(one -> one.word().equals(word)).findFirst();
        if (colon < 0) {
            return occasion.filter(one -> !numbered(one)).map(one -> new Step(one, null));
        }
        var number = code.substring(colon + 1);
        return occasion.filter(Step::numbered).filter(_ -> number.matches("\\d{1,3}")).map(one -> new Step(one, Integer.valueOf(number)));
    }

    static boolean numbered(Occasion occasion) {
        return occasion == Occasion.DUE_SOON || occasion == Occasion.ESCALATED;
    }

    /** The steps of a place, by the days on which its settings tell somebody. */
    static List<Step> of(SettingsState settings) {
        return Usual.changeable().stream().flatMap(occasion -> switch (occasion) {
            case DUE_SOON -> settings.daysLeft().stream().map(left -> new Step(occasion, left));
            case ESCALATED -> IntStream.rangeClosed(1, settings.daysLate().size()).mapToObj(step -> new Step(occasion, step));
            default -> Stream.of(new Step(occasion, null));
        }).toList();
    }
}
