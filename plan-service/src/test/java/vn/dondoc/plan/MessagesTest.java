package vn.dondoc.plan;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dondoc.reading.UnreadableCode;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+|FORBIDDEN|VALIDATION|MACROS|CLASSIFIED)\"");
    /** Words of the reader that are answered under another name. */
    private static final Set<String> OF_THE_READER = Set.of("TYPE_MISMATCH", "TIMEOUT");

    @Test
    void every_code_in_the_sources_has_a_sentence_in_both_languages() {
        var codes = codes();
        assertThat(codes).contains("DRAFT_NOT_READY", "READING_TIMEOUT", "PARENT_CYCLE", "LEAD_UNRESOLVED");
        codes.removeAll(OF_THE_READER);
        Stream.of(UnreadableCode.values()).map(Enum::name).filter(code -> !OF_THE_READER.contains(code)).forEach(codes::add);
        for (var language : new String[] {"", "_en"}) {
            var known = new TreeSet<>(sentences("/messages" + language + ".properties").stringPropertyNames());
            known.addAll(sentences("/vn/dondoc/platform/problems" + language + ".properties").stringPropertyNames());
            assertThat(codes).allMatch(code -> known.contains("problem." + code) || known.contains("warning." + code));
        }
    }

    @Test
    void both_languages_say_the_same_things() {
        assertThat(sentences("/messages_en.properties").stringPropertyNames())
                .isEqualTo(sentences("/messages.properties").stringPropertyNames());
    }

    private static Set<String> codes() {
        var sources = Path.of(System.getProperty("dondoc.root"), "plan-service/src/main/java");
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> CODE.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Properties sentences(String resource) {
        var sentences = new Properties();
        try (var text = MessagesTest.class.getResourceAsStream(resource)) {
            sentences.load(new java.io.InputStreamReader(text, StandardCharsets.UTF_8));
            return sentences;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
