package vn.dondoc.reading;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences for people about warnings and unreadable files, Vietnamese unless English is asked for. */
public final class ReadingMessages {

    private static final String BUNDLE = "vn.dondoc.reading.messages";

    private ReadingMessages() {
    }

    /** The sentence of a warning; an unknown code is shown as itself. */
    public static String of(Warning warning, Locale locale) {
        String last = warning.arguments().isEmpty() ? "" : warning.arguments().getLast();
        boolean byGroups = warning.code().equals(WarningCode.DECLARED_COUNT_MISMATCH.name()) && last.equals("groups");
        return sentence("warning." + warning.code() + (byGroups ? ".groups" : ""), warning.arguments(), locale);
    }

    /** The sentence for a file that could not be read; it says what to do. */
    public static String of(UnreadableCode code, Locale locale) {
        return sentence("unreadable." + code.name(), List.of(), locale);
    }

    private static String sentence(String key, List<String> arguments, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return bundle.containsKey(key) ? MessageFormat.format(bundle.getString(key), arguments.toArray()).replaceAll(" {2,}", " ") : key;
    }
}
