package vn.dondoc.notification.channel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.dondoc.notification.rule.Occasion;

/**
 * The templates that the official account was given leave to send, by what a message is about: the provider approves each for one purpose,
 * with its own words and price. What none was registered for goes by the usual one.
 */
final class ZaloTemplates {

    /** Of the message that stands for many. */
    static final String DIGEST = "digest";

    private static final Pattern ENTRY = Pattern.compile("([a-z-]+)=([A-Za-z0-9_-]{1,40})\\(([^()]*)\\)");
    private static final String SEPARATOR = ";";

    private final Optional<ZaloTemplate> usual;
    private final Map<String, ZaloTemplate> others;

    private ZaloTemplates(Optional<ZaloTemplate> usual, Map<String, ZaloTemplate> others) {
        this.usual = usual;
        this.others = others;
    }

    /**
     * @param id of the usual one; blank for none
     * @param others "digest=256002(so_viec:count:4,lien_ket:link:200);overdue=256003(ma:code:30)"; blank for none
     */
    static ZaloTemplates parse(String id, String fields, String others) {
        var parsed = new LinkedHashMap<String, ZaloTemplate>();
        entries(others).forEach(entry -> {
            var parts = ENTRY.matcher(entry);
            if (!parts.matches()) {
                throw new IllegalArgumentException("No template: " + entry);
            }
            parsed.put(parts.group(1), ZaloTemplate.parse(parts.group(2), parts.group(3)));
        });
        return new ZaloTemplates(id.isBlank() ? Optional.empty() : Optional.of(ZaloTemplate.parse(id, fields)), parsed);
    }

    /** Each is for something that is told, none for the same as another one, and its fields are fields. */
    static boolean isGood(String others) {
        var found = entries(others).stream().map(ENTRY::matcher).toList();
        return found.stream().allMatch(parts -> parts.matches() && purposes().anyMatch(parts.group(1)::equals) && ZaloTemplate.isGood(parts.group(3)))
                && found.stream().map(parts -> parts.group(1)).distinct().count() == found.size();
    }

    private static Stream<String> purposes() {
        return Stream.concat(Stream.of(DIGEST), Stream.of(Occasion.values()).map(Occasion::word));
    }

    private static List<String> entries(String others) {
        return Stream.of(others.split(SEPARATOR, -1)).map(String::strip).filter(entry -> !entry.isEmpty()).toList();
    }

    boolean isEmpty() {
        return usual.isEmpty() && others.isEmpty();
    }

    /** The one that such a message goes by; nothing where none was registered for it. */
    Optional<ZaloTemplate> of(Parcel parcel) {
        var own = others.get(parcel.digest() ? DIGEST : parcel.first().cause().occasion().word());
        return own == null ? usual : Optional.of(own);
    }

    /** @throws IllegalStateException where a field of one has no room for what is to stand in it */
    void check(ToIntFunction<ZaloTemplate.What> longest) {
        Stream.concat(usual.stream(), others.values().stream()).forEach(template -> template.check(longest));
    }
}
