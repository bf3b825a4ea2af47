package vn.dondoc.reading.understanding;

import java.util.regex.Pattern;
import vn.dondoc.reading.text.Search;

/** What a part of a plan is about, told by its heading. */
enum SectionKind {
    PURPOSE("mục đích|yêu cầu|quan điểm|phạm vi|đối tượng|căn cứ|sự cần thiết|đánh giá|thực trạng|tình hình|kết quả đạt được|tồn tại|hạn chế"),
    OBJECTIVES("mục tiêu|chỉ tiêu"),
    FUNDING("kinh phí|nguồn lực thực hiện|nguồn vốn"),
    REPORTING("(?:chế độ|công tác|thông tin,?|quy định|thời gian)\\s+(?:thông tin,?\\s*)?báo cáo"),
    ORGANISATION("tổ chức (?:triển khai )?thực hiện|tổ chức triển khai|phân công|trách nhiệm|điều khoản thi hành"),
    TASKS("nhiệm vụ|giải pháp|nội dung|hoạt động|chương trình|kế hoạch|tiến độ|lộ trình|công việc|kết luận|thời gian"),
    OTHER("(?!)");

    /** A heading is short; a whole sentence that happens to name these words is none. */
    private static final int LONGEST_HEADING = 200;

    private final Pattern words;

    SectionKind(String words) {
        this.words = Pattern.compile(words);
    }

    static SectionKind ofHeading(Item item) {
        String heading = item.folded();
        if (heading.length() > LONGEST_HEADING || Units.startsWithUnit(item.text())) {
            return OTHER;
        }
        boolean titled = item.children().isEmpty() ? item.rank() <= 7 : true;
        if (!titled) {
            return OTHER;
        }
        if (heading.startsWith("mục tiêu, nhiệm vụ") || heading.startsWith("chỉ tiêu, nhiệm vụ")) {
            return TASKS;
        }
        for (SectionKind kind : new SectionKind[] {ORGANISATION, REPORTING, OBJECTIVES, FUNDING, PURPOSE, TASKS}) {
            if (Search.finds(kind.words, heading.length() > 90 ? heading.substring(0, 90) : heading)) {
                // What has a lead or a time of its own is work, whatever its title begins with
                return kind == PURPOSE && item.children().stream().anyMatch(Item::isField) ? OTHER : kind.settled(heading, item);
            }
        }
        return OTHER;
    }

    private SectionKind settled(String heading, Item item) {
        boolean purposeToo = Search.finds(PURPOSE.words, heading);
        if (this == OBJECTIVES && (purposeToo || item.rank() > 7 && !heading.matches("^(?:về |các |một số |những )?(?:mục tiêu|chỉ tiêu).*"))) {
            return heading.startsWith("mục tiêu") || heading.startsWith("chỉ tiêu") ? OBJECTIVES : purposeToo ? PURPOSE : OTHER;
        }
        boolean topical = item.rank() > 7 && this != ORGANISATION && this != REPORTING && this != OBJECTIVES;
        return topical && !Search.at(words, heading, 0) ? OTHER : this;
    }

    /** Below the part on carrying out, headings are units and their work; only a reporting rule is a part of its own. */
    boolean mayStandIn(SectionKind above) {
        return above != ORGANISATION && above != OBJECTIVES || this == REPORTING && above == ORGANISATION
                || above == OBJECTIVES && (this == ORGANISATION || this == TASKS);
    }
}
