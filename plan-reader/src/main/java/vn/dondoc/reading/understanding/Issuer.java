package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Paragraph;
import vn.dondoc.reading.text.Search;

/** The body that the opening says makes the plan; else the authority under the title, else the body at the head. */
final class Issuer {

    private static final Pattern MAKES = Pattern.compile(
            "\\s+(?:xây dựng|ban hành|đề ra|lập|triển khai|thông báo|yêu cầu|tổ chức|báo cáo)\\s+(?:và\\s+(?:triển khai|ban hành|tổ chức)\\s+(?:thực hiện\\s+)?)?(?:bản\\s+)?(?:kế hoạch|chương trình|nghị quyết|chỉ thị|phương án|kết luận|đề án)");
    private static final Pattern START = Pattern.compile("(?:^|[.;,:]\\s+|\\s[-–—−]\\s+)(?=\\p{Lu})");
    private static final Pattern AUTHORITY = Pattern.compile("(?:CỦA )?(?:(?:PHÓ )?CHỦ TỊCH )?(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|CHÍNH PHỦ|ĐẠI HỘI (?:ĐẢNG BỘ|ĐẠI BIỂU)|BAN (?:CHẤP HÀNH|CHỈ ĐẠO|THƯỜNG VỤ)|BỘ TRƯỞNG|THỦ TƯỚNG).*");

    /** Names nobody without the body above it. */
    private static final Pattern OFFICE_OF = Pattern.compile("VĂN PHÒNG|BAN THƯỜNG TRỰC|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|THƯỜNG TRỰC");

    private final Zones zones;

    Issuer(Zones zones) {
        this.zones = zones;
    }

    static boolean isAuthorityLine(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) && Search.matches(AUTHORITY, text);
    }

    @Nullable String of(List<String> opening) {
        String said = saidIn(opening);
        if (said != null) {
            return said;
        }
        List<Paragraph> under = new ArrayList<>(zones.title);
        under.addAll(zones.opening);
        for (Paragraph line : under) {
            if (isAuthorityLine(line.text()) && !(zones.title.contains(line) && isNamedAgain(under, line))) {
                return line.text().replaceFirst("^(?:CỦA )?(?:(?:PHÓ )?CHỦ TỊCH )?", "").replaceFirst("[\\s:.,]+$", "");
            }
        }
        return atHead();
    }

    /** A title that begins with the name of the body stands above the line that names it. */
    private static boolean isNamedAgain(List<Paragraph> lines, Paragraph title) {
        return lines.stream().anyMatch(line -> line != title && isAuthorityLine(line.text()) && title.text().startsWith(line.text()));
    }

    private static @Nullable String saidIn(List<String> opening) {
        for (int i = opening.size() - 1; i >= 0; i--) {
            String text = opening.get(i);
            Matcher makes = Search.in(MAKES, Fold.fold(text));
            String said = null;
            while (makes.find()) {
                String subject = subjectBefore(text.substring(0, makes.start()));
                said = subject == null ? said : subject;
            }
            if (said != null) {
                return said;
            }
        }
        return null;
    }

    private static @Nullable String subjectBefore(String text) {
        Matcher start = Search.in(START, text);
        String subject = null;
        while (start.find()) {
            String candidate = text.substring(start.end());
            if (Units.startsWithUnit(candidate) && candidate.length() < 260) {
                subject = untilMakes(candidate).strip();
            }
        }
        return subject;
    }

    /** "UBND xã … ban hành Kế hoạch … và triển khai Đề án": the body ends at the first that it makes, not inside its own name. */
    private static String untilMakes(String candidate) {
        String folded = Fold.fold(candidate);
        Matcher makes = Search.in(MAKES, folded);
        return makes.find(Units.skipWorkName(folded, 0)) ? candidate.substring(0, makes.start()) : candidate;
    }

    private @Nullable String atHead() {
        String last = null;
        for (Paragraph line : zones.head) {
            String text = line.text().replaceFirst("(?i)\\s*CỘNG H(?:ÒA|OÀ) XÃ HỘI.*$", "").strip();
            boolean body = text.equals(text.toUpperCase(Locale.ROOT)) && Units.startsWithUnit(text);
            boolean goesOn = last != null && text.matches("(?:XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN)\\s.{2,40}") && !last.matches(".*(?:XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|TỈNH|THÀNH PHỐ)\\s.*");
            if (goesOn) {
                last = last + " " + text;
            } else if (body && !Fold.fold(text).startsWith("số")) {
                String own = text.replaceFirst("[\\s\\-–_*]+$", "");
                last = last != null && Search.matches(OFFICE_OF, own) ? own + " " + last : own;
            } else if (Fold.fold(line.text()).startsWith("số") && last != null) {
                return last;
            }
        }
        return last;
    }
}
