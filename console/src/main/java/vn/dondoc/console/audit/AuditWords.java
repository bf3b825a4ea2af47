package vn.dondoc.console.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.dondoc.console.clock.DomainClock;
import vn.dondoc.console.page.Display;
import vn.dondoc.contracts.event.EventTypes;

/** Entries in words of people; what has no word stays as it is stored. Templates call it {@code words}. */
@Component
public class AuditWords {

    /** A kind of event and its word. */
    public record Type(String code, String word) {}

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy", Locale.ROOT).withZone(DomainClock.ZONE);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");
    private static final int SHORT = 8;

    private final MessageSource messages;
    private final Display display;

    AuditWords(MessageSource messages, Display display) {
        this.messages = messages;
        this.display = display;
    }

    /** All kinds of events that have a word, in its order. */
    List<Type> types() {
        return EventTypes.all().keySet().stream().filter(code -> text("history." + code) != null)
                .map(code -> new Type(code, type(code))).sorted((one, other) -> display.compare(one.word(), other.word())).toList();
    }

    public String type(String code) {
        var word = text("history." + code);
        return word == null ? code : word;
    }

    /** What kind of thing a collection holds. */
    public String kind(String object) {
        var collection = object.substring(0, Math.max(0, object.indexOf('/')));
        var word = text("audit.kind." + collection);
        return word == null ? collection : word;
    }

    /** The name of a field; its whole path where it has none. */
    public String field(String path) {
        var word = text("audit.field." + path.substring(path.lastIndexOf('.') + 1));
        return word == null ? path : word;
    }

    /** Days and moments as they are written everywhere; all else as it was told. */
    public String value(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return messages.getMessage("audit.nothing", null, LocaleContextHolder.getLocale());
        } else if (DAY.matcher(value).matches()) {
            return display.day(LocalDate.parse(value));
        }
        return INSTANT.matcher(value).matches() ? moment(Instant.parse(value)) : value;
    }

    /** To the second: here it matters what came first. */
    public String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** Enough of an opaque id to tell people apart. */
    public String brief(String id) {
        return id.length() <= SHORT * 2 ? id : id.substring(0, SHORT) + "…";
    }

    private @Nullable String text(String key) {
        return messages.getMessage(key, null, null, LocaleContextHolder.getLocale());
    }
}
