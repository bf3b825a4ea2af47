package vn.dondoc.notification.message;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.obligation.ObligationKind;
import vn.dondoc.notification.rule.Audience;
import vn.dondoc.notification.rule.Occasion;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.time.DomainClock;

/** The words of messages, found when they are read, in the language of whoever reads. */
@Component
public class Texts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    /** Of what is late each of these is told in words of its own. */
    private static final Map<Occasion, Set<Audience>> WORDED = Map.of(
            Occasion.OVERDUE, Set.of(Audience.RESPONSIBLE, Audience.STANDING, Audience.FOLLOWING, Audience.DECIDING, Audience.OWED_TO),
            Occasion.OVERDUE_BEFORE_ENTRY, Set.of(Audience.RESPONSIBLE, Audience.STANDING),
            Occasion.ESCALATED, Set.of(Audience.HEAD, Audience.STANDING, Audience.LEADER),
            Occasion.EXPLANATION_OVERDUE, Set.of(Audience.HEAD, Audience.LEADER),
            Occasion.URGING_OVERDUE, Set.of(Audience.HEAD, Audience.OWED_TO));
    private static final Set<Audience> TASKS_ONLY = Set.of(Audience.STANDING, Audience.FOLLOWING, Audience.DECIDING);

    private static final String STEM = "message.";

    private final MessageSource bundles;
    private final Directory directory;
    private final Periods periods;

    Texts(MessageSource bundles, Directory directory) {
        this.bundles = bundles;
        this.directory = directory;
        this.periods = new Periods(bundles);
    }

    /** One line. */
    public String subject(Notification message, Locale locale) {
        return say(key(message), "subject", arguments(message, locale), locale);
    }

    /** Some sentences; where the message went up instead of to its unit, they say so. */
    public String text(Notification message, Locale locale) {
        var arguments = arguments(message, locale);
        var said = say(key(message), "text", arguments, locale);
        var unreached = message.to().insteadOf();
        return unreached == null ? said : said + " " + word("message.instead-of", locale, directory.nameOf(unreached));
    }

    /** Any other sentence of the bundles. */
    public String word(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(bundles.getMessage(key, arguments, locale));
    }

    private String say(String key, String part, Object[] arguments, Locale locale) {
        return Objects.requireNonNull(bundles.getMessage(key + "." + part, arguments, locale));
    }

    /** The key of its template: "task.overdue.responsible". */
    public static String templateOf(Notification message) {
        return key(message).substring(STEM.length());
    }

    /** Words that stood in a bundle once, filled with a message. */
    public String filled(String pattern, Notification message, Locale locale) {
        return new MessageFormat(pattern, locale).format(arguments(message, locale));
    }

    /** The stem of the keys of its words in the bundles. */
    public static String key(Notification message) {
        var cause = message.cause();
        var stem = STEM + cause.kind().word() + "." + cause.occasion().word();
        return switch (cause.occasion()) {
            case ASSIGNED -> stem + (message.to().audience() == Audience.FORMER ? ".former" : assigned(message));
            case MOVED -> message.cause().lastDay() == null ? stem + ".without-day" : stem;
            case DUE_SOON -> Objects.equals(message.about().days(), 0) ? stem + ".last-day" : stem;
            case OVERDUE, OVERDUE_BEFORE_ENTRY, ESCALATED, EXPLANATION_OVERDUE, URGING_OVERDUE -> stem + "." + addressed(message);
            case SUBMITTED, RETURNED, ACCEPTED, EXTENSION_ASKED, EXTENDED, NOT_EXTENDED, STALE, GIVEN_BACK, INSISTED, CANCELLED, REOPENED,
                EXPLANATION_ASKED, EXPLANATION_DUE_SOON, EXPLANATION_GIVEN, CONCLUSION_UNIT_NAMED, URGED, URGING_ANSWERED, WEEKLY, ENTERED_FOR -> stem;
        };
    }

    /** Whoever the rules of a place name besides is informed in the same words. */
    private static String addressed(Notification message) {
        var audience = message.to().audience();
        return WORDED.getOrDefault(message.cause().occasion(), Set.of()).contains(audience) && (audience != Audience.OWED_TO || message.cause().kind() != ObligationKind.TASK)
                && (message.cause().kind() != ObligationKind.REPORT || !TASKS_ONLY.contains(audience) || message.cause().occasion() != Occasion.OVERDUE)
                ? audience.word() : "informed";
    }

    private static String assigned(Notification message) {
        var lastDay = message.cause().lastDay();
        if (lastDay == null) {
            return ".without-day";
        }
        return lastDay.isBefore(LocalDate.ofInstant(message.at(), DomainClock.ZONE)) ? ".past" : "";
    }

    private Object[] arguments(Notification message, Locale locale) {
        var about = message.about();
        var units = about.responsible().stream().map(directory::nameOf).collect(Collectors.joining(", "));
        var period = about.period();
        var days = about.days();
        return new Object[] {
            about.title(), day(message.cause().lastDay(), locale), days == null ? 0 : days, units,
            period == null ? "" : periods.say(period, locale), directory.nameOf(message.commune())
        };
    }

    private String day(@Nullable LocalDate day, Locale locale) {
        return day == null ? word("message.no-day", locale) : DAY.format(day);
    }
}
