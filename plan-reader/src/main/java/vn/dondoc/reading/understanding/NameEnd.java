package vn.dondoc.reading.understanding;

import java.util.regex.Pattern;
import vn.dondoc.reading.text.Search;

/**
 * Tells that a unit's name is whole, so that a small word after it begins what the unit does, whatever that word is:
 * place names are written with capitals throughout, and a level ("xã") or a well known field ("Kinh tế") ends a name.
 */
final class NameEnd {

    private static final String LEVEL = "xã|phường|thị trấn|đặc khu|tỉnh|huyện";
    private static final String SCHOOL = "[Tt]rường\\s+(?:\\p{Lu}{2,}|[Tt]iểu học|[Mm]ầm non|[Mm]ẫu giáo|[Tt]rung học cơ sở|[Tt]rung học phổ thông)";
    private static final Pattern PLACE = Pattern.compile(
            "(?<!\\p{L})(?:[Tt]hôn|[Xx]óm|[Bb]ản|[Ấấ]p|[Kk]hu phố|[Kk]hu dân cư|[Tt]ổ dân phố|[Tt]ổ(?=\\s+(?:số\\s+)?\\d)|TDP|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Tt]ỉnh|[Hh]uyện|chợ|cảng|(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à)(?!\\s+(?:Phó|Chủ|Trưởng|Bí|Giám|Chánh|Hiệu|Ủy|Uỷ))|" + SCHOOL + ")"
                    + "\\s+(?:số\\s+)?(?:[\\p{Lu}\\d][\\p{L}\\d&/-]*\\s+)+$"
                    + "|(?<!\\p{L})[Cc]ác (?:thôn|bản|xóm|ấp|khu phố|tổ dân phố|xã|phường)\\s+(?:[\\p{Lu}\\d][\\p{L}\\d]*(?:,|\\s+và)?\\s+)+$");
    private static final Pattern OWN_LEVEL = Pattern.compile("(?<!\\p{L})(?<!(?:các|những|cấp|mỗi|từng|toàn|hai|ba|và|,|thôn|bản) )(?:" + LEVEL + ")\\s+$");
    private static final Pattern ABBREVIATION = Pattern.compile("(?<![\\p{L}&-])(?=[\\p{Lu}&-]{4})\\p{Lu}[\\p{Lu}&-]*\\p{Lu}\\s+$");
    private static final Pattern FIELD = Pattern.compile(
            "(?<!\\p{L})(?:Kinh tế|Văn hóa|Văn hoá|Xã hội|Nội vụ|Tư pháp|Hạ tầng|Đô thị|Y tế|Tài chính|hành chính công|Nông dân|Phụ nữ|Thanh niên|Cựu chiến binh|Khoa học|Công nghệ|Du lịch|Thể thao|Môi trường|Đào tạo|liên quan|trên địa bàn|các (?:thôn|bản|xóm|ấp|khu phố|tổ dân phố))\\s+$");
    private static final Pattern GOES_ON = Pattern.compile(
            "(?:và|cùng|với|hoặc|hay|" + LEVEL + "|quận|thành phố|thị xã|các|những|hai|ba|cấp|cơ sở|khu vực|số|thuộc|trực thuộc|của|liên quan|có liên quan|có tên|có|nơi|trên|này|nêu|phụ trách"
                    + "|được|hội|viên|đoàn|đội|biên giới|miền|đảo|lân cận|vùng|nông thôn|nhân dân|dự phòng|tập thể|hợp tác|học|kỹ thuật|thể thao|thông tin|thôn|bản|ấp|tổ dân phố|chi hội|môi trường|xung phong|xung kích|tình nguyện|lưu động|đa khoa|công cộng|tiến bộ|công nghệ|đổi mới|mới|khác|đến|tới|trực tiếp|đóng|đặc biệt|khó khăn|ven|còn|chưa|nói trên|lại|trưởng|khóa|khoá|nhiệm kỳ|lần)(?![\\p{L}])");
    private static final int LONGEST_NAME = 120;

    private NameEnd() {
    }

    /** Whether a small word stands at a place of a text where no name goes on. */
    static boolean at(String printed, int from, int place) {
        if (!Character.isLowerCase(printed.codePointAt(place)) || Search.at(GOES_ON, printed, place)) {
            return false;
        }
        String before = printed.substring(Math.max(from, place - LONGEST_NAME), place);
        return afterPlace(before) || Search.finds(OWN_LEVEL, before) || Search.finds(ABBREVIATION, before) || Search.finds(FIELD, before);
    }

    /** Whether a text ends with the name of a place or school, whose words all have capitals. */
    static boolean afterPlace(String before) {
        return Search.finds(PLACE, before);
    }
}
