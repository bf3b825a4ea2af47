package vn.dondoc.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each code that the service answers has a sentence in both languages, its own or the platform's. */
class SentencesTest {

    private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+|VALIDATION)\"");
    private static final Path SOURCES = Path.of(System.getProperty("dondoc.root"), "reporting-service/src/main/java");

    @Test
    void everyCodeHasItsSentences() {
        var codes = codes();
        assertThat(codes).contains("REPORT_EMPTY", "REASON_REQUIRED");
        for (var bundle : new String[] {"messages", "messages_en"}) {
            var known = keys("/" + bundle + ".properties");
            known.addAll(keys("/vn/dondoc/platform/" + bundle.replace("messages", "problems") + ".properties"));
            assertThat(known).as(bundle).containsAll(codes.stream().map(code -> "problem." + code).toList());
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(keys("/messages.properties")).isEqualTo(keys("/messages_en.properties"));
    }

    private static Set<String> codes() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).flatMap(file -> codesIn(file).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Set<String> codesIn(Path file) {
        try {
            return CODE.matcher(Files.readString(file)).results().map(found -> found.group(1)).collect(Collectors.toSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Set<String> keys(String resource) {
        try (var stream = SentencesTest.class.getResourceAsStream(resource)) {
            var properties = new Properties();
            properties.load(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8));
            return new TreeSet<>(properties.stringPropertyNames());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
