package vn.dondoc.notification.template;

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

/** The templates of the bundles. */
@Component
class Templates {

    private static final Pattern SUBJECT = Pattern.compile("message\\.((?:task|report|urging|week)\\..+)\\.subject");
    private static final int VERSION = 8;

    private final Map<String, MessageTemplates.Template> templates = new TreeMap<>();

    Templates() throws IOException {
        var vi = bundle("messages.properties");
        var en = bundle("messages_en.properties");
        for (var name : vi.stringPropertyNames()) {
            var found = SUBJECT.matcher(name);
            if (found.matches()) {
                var key = found.group(1);
                var said = words(key, vi);
                var inEnglish = words(key, en);
                templates.put(key, new MessageTemplates.Template(
                        key, said, inEnglish, version(Stream.of(said.subject(), said.text(), inEnglish.subject(), inEnglish.text()))));
            }
        }
    }

    MessageTemplates.All all() {
        return new MessageTemplates.All(version(templates.values().stream().map(MessageTemplates.Template::version)), List.copyOf(templates.values()));
    }

    Optional<MessageTemplates.Template> find(String key) {
        return Optional.ofNullable(templates.get(key));
    }

    private static MessageTemplates.Words words(String key, Properties bundle) {
        return new MessageTemplates.Words(bundle.getProperty("message." + key + ".subject", ""), bundle.getProperty("message." + key + ".text", ""));
    }

    private static String version(Stream<String> texts) {
        return Fingerprint.of(texts.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8)).substring(0, VERSION);
    }

    private static Properties bundle(String name) throws IOException {
        return PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(name), StandardCharsets.UTF_8));
    }
}
