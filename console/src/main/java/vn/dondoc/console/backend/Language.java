package vn.dondoc.console.backend;

import java.util.Locale;

/** In which language services are asked to answer. */
public final class Language {

    private Language() {}

    /** "en" for English, else "vi". */
    public static String of(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "en" : "vi";
    }
}
