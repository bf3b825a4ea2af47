package vn.dondoc.reading.text;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The quick search finds what the pattern finds, for each pattern of the reader in texts of the corpus. */
class SearchTest {

    private static final Path CLASSES = Path.of("target/classes/vn/dondoc/reading");
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final int EVERY = 7;

    @Test
    void findsWhatThePatternsOfTheReaderFind() throws Exception {
        List<Pattern> patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(100);
        List<String> texts = texts();
        for (Pattern pattern : patterns) {
            for (String text : texts) {
                Matcher plain = pattern.matcher(text);
                Matcher quick = Search.in(pattern, text);
                while (plain.find()) {
                    assertThat(quick.find()).as("%s in %s", pattern, text).isTrue();
                    assertThat(quick.toMatchResult().start()).as("%s in %s", pattern, text).isEqualTo(plain.start());
                    assertThat(quick.group()).isEqualTo(plain.group());
                }
                assertThat(quick.find()).as("%s in %s", pattern, text).isFalse();
                assertThat(Search.finds(pattern, text)).isEqualTo(pattern.matcher(text).find());
                assertThat(Search.matches(pattern, text)).as("%s is %s", pattern, text).isEqualTo(pattern.matcher(text).matches());
                int place = text.length() / 3;
                assertThat(Search.at(pattern, text, place)).isEqualTo(pattern.matcher(text).region(place, text.length()).lookingAt());
            }
        }
    }

    @Test
    void whatAPatternBeginsWithMayBeLeftOutAndIsFoundAllTheSame() {
        Pattern day = Pattern.compile("(?<before>trước|,)?\\s*(?:ngày\\s+)?\\d+");

        Matcher matcher = Search.in(day, "nộp trước ngày 20");

        assertThat(matcher.find()).isTrue();
        assertThat(matcher.group("before")).isEqualTo("trước");
    }

    @Test
    void aPatternThatIsTooHardIsTriedItself() {
        assertThat(Search.finds(Pattern.compile("(a)b\\1"), "xaba")).isTrue();
    }

    @Test
    void beginAndEndOfATextAreRespected() {
        assertThat(Search.finds(Pattern.compile("^b"), "ab")).isFalse();
        assertThat(Search.finds(Pattern.compile("a$"), "a\n")).isTrue();
        assertThat(Search.finds(Pattern.compile("(?m)^b$"), "a\nb\nc")).isTrue();
        assertThat(Search.finds(Pattern.compile("ß|K", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), "\u212A")).isTrue();
    }

    private static List<Pattern> patterns() throws IOException, ReflectiveOperationException {
        List<Pattern> patterns = new ArrayList<>();
        for (String folder : List.of("understanding", "format", "text")) {
            try (Stream<Path> files = Files.list(CLASSES.resolve(folder))) {
                for (Path file : files.filter(one -> one.toString().endsWith(".class") && !one.toString().contains("package-info")).sorted().toList()) {
                    String name = file.getFileName().toString().replace(".class", "");
                    addPatterns(Class.forName("vn.dondoc.reading." + folder + "." + name), patterns);
                }
            }
        }
        return patterns;
    }

    private static void addPatterns(Class<?> type, List<Pattern> patterns) throws ReflectiveOperationException {
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                patterns.add((Pattern) field.get(null));
            }
        }
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(List.of("", "\n", "a", "1. \n"));
        try (Stream<Path> files = Files.list(CORPUS)) {
            int line = 0;
            for (Path file : files.filter(one -> !one.toString().endsWith(".expected")).sorted().toList()) {
                for (String text : Files.readAllLines(file)) {
                    if (line++ % EVERY == 0) {
                        texts.add(text);
                        texts.add(Fold.fold(text) + "\n");
                    }
                }
            }
        }
        return texts;
    }
}
