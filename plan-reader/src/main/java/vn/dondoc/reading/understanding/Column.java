package vn.dondoc.reading.understanding;

import java.util.List;
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

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LONGEST = 120;
    private static final List<Column> ALL = List.of(values());

    private final Pattern words;

    Column(String words) {
        this.words = Pattern.compile(words);
    }

    /** By a folded head. */
    static Column ofHead(String folded) {
        String head = SPACES.matcher(folded).replaceAll(" ").strip();
        if (head.length() > LONGEST) {
            return OTHER;
        }
        for (Column column : ALL) {
            if (Search.finds(column.words, head)) {
                return column;
            }
        }
        return OTHER;
    }
}
