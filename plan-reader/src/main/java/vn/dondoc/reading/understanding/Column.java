package vn.dondoc.reading.understanding;

import java.util.regex.Pattern;
import vn.dondoc.reading.text.Search;

/** What a column of a plan table holds, told by its head. */
enum Column {
    ORDINAL("^(?:tt|stt|số tt|số thứ tự|số|#|no)$"),
    BUDGET("kinh phí|dự toán|nguồn vốn|vốn"),
    NOTE("^ghi chú|lưu ý"),
    UNIT_OF_MEASURE("đơn vị tính|^đvt|^đơn vị$|^đơn vị đo"),
    LEAD_AND_COORDINATING("(?:chủ trì|thực hiện).{0,12}phối hợp|phân công"),
    COORDINATING("phối hợp"),
    LEAD("^ai (?:làm|thực hiện|phụ trách|chịu trách nhiệm)|chủ trì|phụ trách|(?:cơ quan|đơn vị|bộ phận|người|cá nhân).{0,30}(?:thực hiện|đầu mối|tham mưu|chịu trách nhiệm|được giao|theo dõi|chuẩn bị|soạn thảo|xây dựng|triển khai|chủ quản|trình)|đầu mối|trách nhiệm|^(?:đơn vị|cơ quan)(?: thực hiện)?$|lãnh đạo"),
    DUE("^khi nào|^bao giờ|^mốc|thời gian|thời hạn|tiến độ|^hạn|hoàn thành$|thời điểm|^tháng$|^ngày|^bắt đầu$|^kết thúc$|^từ(?: ngày)?$|^đến(?: ngày)?$|^lịch"),
    PRODUCT("sản phẩm|đầu ra|^kết quả|[/,] ?kết quả|^yêu cầu kết quả|^mục tiêu, kết quả"),
    TARGET("chỉ tiêu|chỉ số|mục tiêu"),
    TASK("nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|tên việc|đầu việc|danh mục|tiêu chí|tên"),
    VALUE("giá trị|^(?:đến |năm |giai đoạn |kế hoạch |kh |chỉ tiêu |mục tiêu )*\\(?\\d{4}|^đợt \\d|mức|kế hoạch|số lượng|khối lượng"),
    OTHER("(?!)");

    private final Pattern words;

    Column(String words) {
        this.words = Pattern.compile(words);
    }

    /** By a folded head. */
    static Column ofHead(String folded) {
        String head = folded.replaceAll("\\s+", " ").strip();
        for (Column column : values()) {
            if (head.length() <= 120 && Search.finds(column.words, head)) {
                return column;
            }
        }
        return OTHER;
    }
}
