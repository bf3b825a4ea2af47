package vn.dondoc.notification.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.MessageTemplates;
import vn.dondoc.platform.file.Fingerprint;

/** The templates of the bundles: of messages, of the digest of a day, and of the short words that say a code and a link. */
@Component
public class Templates {

    /** Its version is that of all of them, since all may be in it. */
    public static final String DIGEST = "digest";

    /** Words with a subject and a text of other names. */
    private static final Map<String, List<String>> OTHERS = Map.of(
            DIGEST, List.of("digest.subject", "digest.intro"), "short", List.of("", "message.short"), "short.digest", List.of("", "digest.short"));
    private static final Pattern SUBJECT = Pattern.compile("message\\.((?:task|report|target|consolidation|urging|week)\\..+)\\.subject");
    private static final int VERSION = 8;

    private final Map<String, MessageTemplates.Template> templates = new TreeMap<>();

    public Templates() throws IOException {
        var vi = bundle("messages.properties");
        var en = bundle("messages_en.properties");
        for (var name : vi.stringPropertyNames()) {
            var found = SUBJECT.matcher(name);
            if (found.matches()) {
                var stem = "message." + found.group(1);
                put(found.group(1), stem + ".subject", stem + ".text", vi, en);
            }
        }
        OTHERS.forEach((key, names) -> put(key, names.getFirst(), names.getLast(), vi, en));
    }

    private void put(String key, String subject, String text, Properties vi, Properties en) {
        var said = new MessageTemplates.Words(vi.getProperty(subject, ""), vi.getProperty(text, ""));
        var inEnglish = new MessageTemplates.Words(en.getProperty(subject, ""), en.getProperty(text, ""));
        templates.put(key, new MessageTemplates.Template(
                key, said, inEnglish, version(Stream.of(said.subject(), said.text(), inEnglish.subject(), inEnglish.text()))));
    }

    /** The version of one of them; of the digest that of all. */
    public Optional<String> version(String key) {
        return key.equals(DIGEST) ? Optional.of(all().version()) : find(key).map(MessageTemplates.Template::version);
    }

    /** As short as a version is written. */
    public static String versionOf(String definition) {
        return version(Stream.of(definition));
    }

    public MessageTemplates.All all() {
        return new MessageTemplates.All(version(templates.values().stream().map(MessageTemplates.Template::version)), List.copyOf(templates.values()));
    }

    public Optional<MessageTemplates.Template> find(String key) {
        return Optional.ofNullable(templates.get(key));
    }

    private static String version(Stream<String> texts) {
        return Fingerprint.of(texts.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8)).substring(0, VERSION);
    }

    private static Properties bundle(String name) throws IOException {
        return PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(name), StandardCharsets.UTF_8));
    }
}
