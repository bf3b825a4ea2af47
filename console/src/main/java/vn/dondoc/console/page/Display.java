package vn.dondoc.console.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.dondoc.console.clock.DomainClock;
import vn.dondoc.contracts.VietnameseOrder;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.PlannedTarget;

/** How days, times and figures are written: dd/MM/yyyy, decimal comma, in Asia/Ho_Chi_Minh; templates call it {@code display}. */
@Component
public class Display {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT).withZone(DomainClock.ZONE);
    private static final Locale FIGURES = Locale.of("vi", "VN");
    private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:-(\\d{2}|Q[1-4]|H[12]|W\\d{2}|9M))?");
    private static final Pattern A_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String NOTHING = "–";

    private static final int KILO = 1024;

    private final MessageSource messages;

    Display(MessageSource messages) {
        this.messages = messages;
    }

    /** In the order of the Vietnamese alphabet. */
    public int compare(String one, String other) {
        return VietnameseOrder.NAMES.compare(one, other);
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? NOTHING : DAY.format(day);
    }

    /** As a field for days takes it. */
    public String isoDay(Instant moment) {
        return LocalDate.ofInstant(moment, DomainClock.ZONE).toString();
    }

    public String moment(@Nullable Instant moment) {
        return moment == null ? NOTHING : MOMENT.format(moment);
    }

    public String number(@Nullable Number number) {
        return number == null ? NOTHING : NumberFormat.getNumberInstance(FIGURES).format(number);
    }

    /** "≥ 80 %": what a target asks for. */
    public String goal(String operator, BigDecimal value, String unit) {
        if (operator.equals(PlannedTarget.NO_GOAL)) {
            return "–";
        }
        var sign = switch (operator) {
            case ">=" -> "≥";
            case "<=" -> "≤";
            default -> "=";
        };
        return sign + "\u00a0" + figure(value) + "\u00a0" + unit;
    }

    /** A figure of a plan, with as many decimals as it has. */
    public String figure(BigDecimal figure) {
        var format = NumberFormat.getNumberInstance(FIGURES);
        format.setMaximumFractionDigits(Math.max(0, figure.scale()));
        return format.format(figure);
    }

    /** "12/30 thôn": what was told of something that is counted. */
    public String counted(Tasks.Figure told) {
        return figure(told.value()) + (told.outOf() == null ? "" : "/" + figure(told.outOf())) + (told.unit() == null ? "" : "\u00a0" + told.unit());
    }

    /** "Số thôn đã khảo sát: 12/30 thôn" */
    public String told(Tasks.Figure told) {
        return told.name() + ": " + counted(told);
    }

    /** "83,3 %"; a dash where there is nothing to divide by. */
    public String percent(@Nullable Double percent) {
        if (percent == null) {
            return NOTHING;
        }
        var format = NumberFormat.getNumberInstance(FIGURES);
        format.setMaximumFractionDigits(1);
        format.setMinimumFractionDigits(1);
        return format.format(percent) + "\u00a0%";
    }

    /** How large a file is: "350 KB", "1,2 MB". */
    public String size(long bytes) {
        var format = NumberFormat.getNumberInstance(FIGURES);
        format.setMaximumFractionDigits(1);
        return bytes < KILO * KILO ? format.format(Math.max(1, Math.round((double) bytes / KILO))) + "\u00a0KB" : format.format((double) bytes / KILO / KILO) + "\u00a0MB";
    }

    public String money(@Nullable Long dong) {
        return dong == null ? NOTHING : number(dong) + "\u00a0đ";
    }

    /** The deadline in words: a day, ongoing, a rhythm, or that none is known. */
    public String due(@Nullable Due due) {
        return switch (due) {
            case null -> text("due.none");
            case Due.By by when by.tentative() && by.thenOngoing() -> text("due.byTentativeThenOngoing", day(by.date()));
            case Due.By by when by.thenOngoing() -> text("due.byThenOngoing", day(by.date()));
            case Due.By by when by.tentative() -> text("due.byTentative", day(by.date()));
            case Due.By by -> day(by.date());
            case Due.Ongoing ongoing -> text("due.ongoing");
            case Due.Recurring recurring -> text("frequency." + recurring.frequency().code());
        };
    }

    /** Whether the work is done in the periods of a task, each of which is one of its own. */
    public boolean series(Tasks.TaskSummary task) {
        return task.due() instanceof Due.Recurring(var frequency) && frequency != Frequency.AD_HOC;
    }

    /** The deadline of a task as it counts: the effective last day where there is one. */
    public String deadline(Tasks.TaskSummary task) {
        return task.lastDay() == null ? due(task.due()) : day(task.lastDay());
    }

    /** "quá hạn 5 ngày", "hôm nay là ngày cuối", "còn 3 ngày"; empty without a day. */
    public String left(@Nullable Integer days) {
        if (days == null) {
            return "";
        }
        return days < 0 ? text("left.past", -days) : days == 0 ? text("left.today") : text("left.ahead", days);
    }

    public String units(List<Tasks.UnitName> units) {
        return units.isEmpty() ? NOTHING : units.stream().map(Tasks.UnitName::name).collect(Collectors.joining(", "));
    }

    /** Units of letters, by their names. */
    public String listed(List<Urgings.Named> units) {
        return names(units.stream().map(Urgings.Named::name).toList());
    }

    public String names(List<String> names) {
        return names.isEmpty() ? NOTHING : String.join(", ", names);
    }

    /** "2026-11" as "tháng 11/2026", "2026-Q4" as "quý IV/2026"; what has another shape stays as it is. */
    public String period(String label) {
        if (A_DAY.matcher(label).matches()) {
            return day(LocalDate.parse(label));
        }
        var parts = PERIOD.matcher(label);
        if (!parts.matches()) {
            return label;
        }
        var year = parts.group(1);
        var part = parts.group(2);
        if (part == null) {
            return text("period.year", year);
        }
        return switch (part.charAt(0)) {
            case 'Q' -> text("period.quarter." + part.charAt(1), year);
            case 'H' -> text("period.half." + part.charAt(1), year);
            case 'W' -> text("period.week", part.substring(1), year);
            case '9' -> text("period.nine", year);
            default -> text("period.month", part, year);
        };
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
