package vn.dondoc.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which codes a service's sources answer with, and for which of them its bundles and the platform's have sentences. */
public final class Sentences {

    private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+|FORBIDDEN|VALIDATION|MACROS|CLASSIFIED)\"");

    private Sentences() {}

    /** The codes that stand as texts in the main sources of a module, in alphabetical order; those of self-checks have their words in the console. */
    public static Set<String> codesIn(String module) {
        try (var files = Files.walk(LocalParts.root().resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.toString().endsWith("Check.java"))
                    .flatMap(file -> CODE.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The keys of the service's own bundle.
     *
     * @param language empty for Vietnamese, {@code _en} for English
     */
    public static Set<String> own(String language) {
        return keys("/messages" + language + ".properties");
    }

    /** The keys of the service's bundle and of the platform's. */
    public static Set<String> known(String language) {
        var known = own(language);
        known.addAll(keys("/vn/dondoc/platform/problems" + language + ".properties"));
        return known;
    }

    private static Set<String> keys(String resource) {
        try (var text = Sentences.class.getResourceAsStream(resource)) {
            if (text == null) {
                throw new IllegalStateException("No bundle " + resource);
            }
            var sentences = new Properties();
            sentences.load(new InputStreamReader(text, StandardCharsets.UTF_8));
            return new TreeSet<>(sentences.stringPropertyNames());
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
}
