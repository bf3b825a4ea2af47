package vn.dondoc.reading.understanding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.LegalBasis;
import vn.dondoc.reading.Source;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/** Collects every document cited by its number, once each, with the date that a citation gives. */
final class LegalBases {

    private static final String PART = "(?:[A-ZĐƯÂĂÊÔƠ][A-ZĐƯÂĂÊÔƠ0-9]*|TTg|TTr|CTr|QCh|NQLT|TTLT|CTPH)+";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d/.])(\\d{1,5}(?:/\\d{4})?)\\s?[-–—−/]\\s?(" + PART + "(?:\\s?[-–—−/&.]\\s?" + PART + ")*)(?![\\p{L}])");
    private static final Pattern PROJECT = Pattern.compile("(?<![\\p{L}])Đề án\\s*$");
    private static final Pattern DATE_AFTER = Pattern.compile("^[,\\s(]*ngày\\s+(\\d{1,2})(?:\\s*[/.-]\\s*|\\s+tháng\\s+)(\\d{1,2})(?:\\s*[/.-]\\s*|\\s+năm\\s+)(\\d{4})");
    private static final Pattern OF_BODY = Pattern.compile("^.{0,40}?\\scủa\\s+((?:\\p{Lu}[\\p{L}-]*\\s*(?:và\\s+(?=\\p{Lu}))?(?:[\\p{Ll}]+\\s*){0,3}){1,6})");

    private record Citation(String number, @Nullable LocalDate date, Source source, boolean matchesBody) {
    }

    private final List<Citation> citations = new ArrayList<>();

    void read(String text, PlaceOf place) {
        Matcher matcher = Search.in(NUMBER, text);
        while (matcher.find()) {
            boolean named = Search.finds(PROJECT, text.substring(0, matcher.start()));
            if (named || matcher.group(2).length() < 2) {
                continue;
            }
            String separator = text.substring(matcher.end(1), matcher.start(2)).contains("/") ? "/" : "-";
            String number = matcher.group(1) + separator + matcher.group(2).replaceAll("\\s+", "").replace('–', '-').replace('—', '-').replace('−', '-');
            String after = text.substring(matcher.end());
            citations.add(new Citation(number, dateAfter(after), place.of(matcher.start(), matcher.end()), matchesBody(number, after)));
        }
    }

    /** Gives the place of a part of the text being read. */
    interface PlaceOf {
        Source of(int from, int to);
    }

    private static @Nullable LocalDate dateAfter(String after) {
        Matcher matcher = Search.in(DATE_AFTER, Fold.fold(after));
        if (!matcher.find()) {
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)));
        } catch (java.time.DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Whether the symbol holds the initials of the body that the citation names. */
    private static boolean matchesBody(String number, String after) {
        Matcher body = Search.in(OF_BODY, after);
        if (!body.find()) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (String word : body.group(1).strip().split("[\\s-]+")) {
            if (!word.equals("và") && !word.isEmpty()) {
                initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        String symbol = number.substring(number.lastIndexOf('-') + 1);
        return symbol.length() >= 2 && initials.toString().startsWith(symbol);
    }

    /** Without the document's own number; a slip beside the right form is left out. */
    List<LegalBasis> found(@Nullable String own) {
        Map<String, Citation> byNumber = new LinkedHashMap<>();
        for (Citation citation : citations) {
            String key = citation.number().toUpperCase(java.util.Locale.ROOT);
            Citation known = byNumber.get(key);
            if (known == null) {
                byNumber.put(key, citation);
            } else {
                boolean shouted = known.number().equals(key) && !citation.number().equals(key);
                byNumber.put(key, new Citation(shouted ? citation.number() : known.number(), known.date() == null ? citation.date() : known.date(),
                        known.source(), known.matchesBody() || citation.matchesBody()));
            }
        }
        if (own != null) {
            byNumber.remove(own.toUpperCase(java.util.Locale.ROOT));
        }
        return byNumber.values().stream().filter(citation -> !isSlip(citation, byNumber))
                .map(citation -> new LegalBasis(citation.number(), citation.date(), citation.source(),
                        citation.date() == null ? 0.8 : 0.95, citation.date() == null ? "cited-without-date" : "cited")).toList();
    }

    private static boolean isSlip(Citation citation, Map<String, Citation> all) {
        String letters = citation.number().replaceAll("[^\\p{L}\\d]", "");
        String figures = citation.number().replaceFirst("[-/]\\p{L}.*$", "");
        for (Citation other : all.values()) {
            if (other == citation) {
                continue;
            }
            boolean joined = other.number().replaceAll("[^\\p{L}\\d]", "").equalsIgnoreCase(letters) && other.number().length() > citation.number().length();
            boolean sameDay = citation.date() != null && citation.date().equals(other.date()) && other.number().startsWith(figures + "/");
            if (joined || sameDay && other.matchesBody() && !citation.matchesBody()) {
                return true;
            }
        }
        return false;
    }
}
