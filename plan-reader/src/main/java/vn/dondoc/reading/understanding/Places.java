package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Paragraph;
import vn.dondoc.reading.text.Search;

/** Finds the commune or ward and the province that the document names. */
final class Places {

    private static final String NAME = "((?:\\p{Lu}[\\p{L}'-]*)(?:\\s+\\p{Lu}[\\p{L}'-]*|\\s+\\d{1,2}(?!\\d)){0,3}|\\d{1,2}(?!\\d))";
    private static final Pattern COMMUNE = Pattern.compile("(?<![\\p{L}])(xã|phường|đặc khu|thị trấn)\\s+" + NAME);
    private static final Pattern PROVINCE = Pattern.compile("(?<![\\p{L}])(?:tỉnh|thành phố|Thành phố|Tỉnh|TP\\.?)\\s+" + NAME);
    private static final Pattern OF_PROVINCE = Pattern.compile("(?<![\\p{L}])[Tt]ỉnh\\s+" + NAME);
    private static final Pattern OF_ITS_PARTY = Pattern.compile("(?<![\\p{L}])(?:[Tt]ỉnh|[Tt]hành) (?:ủy|uỷ|đoàn)\\s+" + NAME);
    private static final Pattern COMMUNE_IN_CAPITALS = Pattern.compile("(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|ĐẢNG ỦY|ĐẢNG UỶ|HĐND)\\s+(XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN)\\s+([\\p{Lu}\\d' -]{2,40}?)(?=\\s+(?:CỘNG|BAN|ĐẢNG|VĂN)|\\s*[-–_*]*$)");
    private static final Pattern PROVINCE_IN_CAPITALS = Pattern.compile("(?:TỈNH(?: ỦY| UỶ)?|THÀNH(?: PHỐ| ỦY| UỶ))\\s+(?!ỦY|UỶ)([\\p{Lu}' -]{2,30}?)(?=\\s+(?:CỘNG|BAN|ĐẢNG|ỦY|UBND)|\\s*[-–_*]*$)");
    /** What a province or its department issues belongs to no commune. */
    private static final Pattern ISSUED_BY_PROVINCE = Pattern.compile("^(?:(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN)\\s+)?(?:TỈNH|THÀNH PHỐ)\\s+\\p{Lu}|^SỞ\\s+\\p{Lu}|^(?:TỈNH|THÀNH) ỦY\\s");
    private static final Pattern NO_NAME = Pattern.compile("(?:Trung|Ban|Ủy|Hội|Phòng|Công|Về|Và|Các|Căn|UBND|HĐND|Đảng|Thường|Chủ).*");

    private final List<String> texts = new ArrayList<>();
    private final List<String> head = new ArrayList<>();

    Places(Zones zones, @Nullable String title, @Nullable String issuer) {
        zones.head.forEach(line -> head.add(line.text()));
        if (issuer != null) {
            texts.add(issuer);
        }
        if (title != null) {
            texts.add(title);
        }
        zones.opening.stream().map(Paragraph::text).forEach(texts::add);
        zones.body.stream().filter(Paragraph.class::isInstance).map(block -> ((Paragraph) block).text()).forEach(texts::add);
        zones.recipients.stream().map(Paragraph::text).forEach(texts::add);
    }

    @Nullable String commune() {
        for (int i = 0; i < head.size(); i++) {
            String line = i > 0 && head.get(i).matches("(?:XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN)\\s.*") ? head.get(i - 1) + " " + head.get(i) : head.get(i);
            Matcher capitals = Search.in(COMMUNE_IN_CAPITALS, line);
            if (capitals.find()) {
                return capitals.group(1).toLowerCase(Locale.ROOT) + " " + asPrinted(capitals.group(2).strip());
            }
        }
        return head.stream().anyMatch(line -> Search.finds(ISSUED_BY_PROVINCE, line)) ? null : mostNamed(COMMUNE, true);
    }

    /** A province stands after "tỉnh" or "thành phố"; "thành phố" counts only where no "tỉnh" is named. */
    @Nullable String province() {
        for (String line : head) {
            Matcher capitals = Search.in(PROVINCE_IN_CAPITALS, line);
            if (capitals.find()) {
                return asPrinted(capitals.group(1).strip());
            }
        }
        String ofProvince = mostNamed(OF_PROVINCE, false);
        String named = ofProvince == null ? mostNamed(PROVINCE, false) : ofProvince;
        return named == null ? mostNamed(OF_ITS_PARTY, false) : named;
    }

    private @Nullable String mostNamed(Pattern pattern, boolean withKind) {
        Map<String, Integer> counts = new HashMap<>();
        String best = null;
        for (String text : texts) {
            Matcher matcher = Search.in(pattern, text);
            while (matcher.find()) {
                String name = withoutNextWord(matcher.group(matcher.groupCount()).strip(), text, matcher.end());
                if (Search.matches(NO_NAME, name) || name.equals(name.toUpperCase(Locale.ROOT)) && name.length() > 2) {
                    continue;
                }
                String whole = withKind ? matcher.group(1) + " " + name : name;
                int count = counts.merge(whole, 1, Integer::sum);
                best = best == null || count > counts.getOrDefault(best, 0) ? whole : best;
            }
        }
        return best;
    }

    /** "tỉnh Thanh Hóa Thực hiện …": a capital that begins the next sentence part is no part of the name. */
    private static String withoutNextWord(String name, String text, int end) {
        int last = name.lastIndexOf(' ');
        boolean verb = last > 0 && Verbs.isLongerAt(Fold.fold(text), end - (name.length() - last - 1));
        return verb ? name.substring(0, last) : name;
    }

    /** A name in capitals as the body text writes it, else with a capital for each word. */
    private String asPrinted(String capitals) {
        for (String text : texts) {
            int at = Fold.fold(text).indexOf(Fold.fold(capitals));
            if (at >= 0 && !text.substring(at, at + capitals.length()).equals(capitals)
                    && Character.isUpperCase(text.codePointAt(at))) {
                return text.substring(at, at + capitals.length());
            }
        }
        StringBuilder name = new StringBuilder();
        for (String word : capitals.split("\\s+")) {
            name.append(name.isEmpty() ? "" : " ").append(word.substring(0, 1)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
