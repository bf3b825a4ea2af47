package vn.dondoc.task.sheet;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.time.DomainClock;

/** The texts of documents in a language; days are written dd/MM/yyyy, numbers as the language has them, times are those of Asia/Ho_Chi_Minh. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT).withZone(DomainClock.ZONE);

    private final MessageSource messages;
    private final Locale locale;

    public Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** What happened; the type itself where no bundle has a word for it. */
    public String happened(String type) {
        var word = messages.getMessage("entry." + type, null, type, locale);
        return word == null ? type : word;
    }

    public String of(TimeClass timeClass) {
        return say("timeclass." + timeClass.code());
    }

    public String of(WorkState state) {
        return say("workstate." + state.code());
    }

    /** "Số thôn đã khảo sát: 12/30 thôn" */
    public String of(Tasks.Figure figure) {
        return figure.name() + ": " + number(figure.value()) + (figure.outOf() == null ? "" : "/" + number(figure.outOf()))
                + (figure.unit() == null ? "" : " " + figure.unit());
    }

    private String number(BigDecimal number) {
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(locale)).format(number);
    }

    /** The day that counts; else what the plan says instead of one. */
    public String deadline(@Nullable LocalDate lastDay, @Nullable Due due) {
        return switch (due) {
            case Due.Ongoing _ -> say("due.ongoing");
            case Due.Recurring recurring when lastDay == null -> say("frequency." + recurring.frequency().code());
            case null, default -> lastDay == null ? say("due.none") : day(lastDay);
        };
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    public String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
