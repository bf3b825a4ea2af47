package vn.dondoc.notification.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

import static vn.dondoc.notification.rule.Audience.DECIDING;
import static vn.dondoc.notification.rule.Audience.FOLLOWING;
import static vn.dondoc.notification.rule.Audience.HEAD;
import static vn.dondoc.notification.rule.Audience.LEADER;
import static vn.dondoc.notification.rule.Audience.PROVINCE;
import static vn.dondoc.notification.rule.Audience.RESPONSIBLE;
import static vn.dondoc.notification.rule.Audience.STANDING;
import static vn.dondoc.notification.rule.Urgency.CRITICAL;
import static vn.dondoc.notification.rule.Urgency.INFORMATION;
import static vn.dondoc.notification.rule.Urgency.NORMAL;

/** What each step is told as where nobody decided otherwise: the table of {@link Rules} without events. */
public final class Usual {

    private static final Audience[] STEPS_UP = {Audience.HEAD, Audience.STANDING, Audience.LEADER};

    private Usual() {}

    /** The occasions whose rules a place may change, in the order in which they come. */
    public static List<Occasion> changeable() {
        return List.of(
                Occasion.ASSIGNED, Occasion.MOVED, Occasion.DUE_SOON, Occasion.OVERDUE, Occasion.ESCALATED, Occasion.STALE, Occasion.EXPLANATION_ASKED,
                Occasion.EXPLANATION_OVERDUE, Occasion.SUBMITTED, Occasion.RETURNED, Occasion.ACCEPTED, Occasion.EXTENDED, Occasion.NOT_EXTENDED);
    }

    /** @param number the step of an escalation; any elsewhere */
    public static Notice of(Occasion occasion, @Nullable Integer number) {
        var usual = switch (occasion) {
            case ASSIGNED -> Notice.inbox(occasion, NORMAL, RESPONSIBLE).andEmail();
            case MOVED -> Notice.inbox(occasion, NORMAL, RESPONSIBLE, FOLLOWING).andEmail();
            case DUE_SOON, EXPLANATION_DUE_SOON, STALE, RETURNED, EXTENDED, NOT_EXTENDED, OVERDUE_BEFORE_ENTRY, INSISTED, REOPENED -> Notice.inbox(occasion, NORMAL, RESPONSIBLE).andEmail();
            case OVERDUE -> Notice.inbox(occasion, CRITICAL, RESPONSIBLE, STANDING, FOLLOWING).pressing();
            case ESCALATED -> {
                var step = number == null ? 1 : number;
                var up = STEPS_UP[Math.min(Math.max(step, 1), STEPS_UP.length) - 1];
                yield Notice.inbox(occasion, CRITICAL, up == LEADER ? new Audience[] {LEADER, PROVINCE} : new Audience[] {up}).pressing();
            }
            case EXPLANATION_ASKED -> Notice.inbox(occasion, CRITICAL, RESPONSIBLE).pressing();
            case EXPLANATION_OVERDUE -> Notice.inbox(occasion, CRITICAL, HEAD, LEADER).pressing();
            case SUBMITTED, EXTENSION_ASKED, GIVEN_BACK -> Notice.inbox(occasion, NORMAL, DECIDING);
            case ACCEPTED -> Notice.inbox(occasion, INFORMATION, RESPONSIBLE, FOLLOWING);
            case CANCELLED, ENTERED_FOR -> Notice.inbox(occasion, INFORMATION, RESPONSIBLE);
            case EXPLANATION_GIVEN -> Notice.inbox(occasion, NORMAL, LEADER);
            case CONCLUSION_UNIT_NAMED -> Notice.inbox(occasion, NORMAL, RESPONSIBLE);
            case URGED, URGING_OVERDUE, URGING_ANSWERED -> Rules.ofUrging(occasion);
            case WEEKLY -> Notice.inbox(occasion, NORMAL, LEADER).andEmail();
        };
        return number == null ? usual : usual.numbered(number);
    }
}
