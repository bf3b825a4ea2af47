package vn.dondoc.reading.understanding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What units do in plans. In a sentence a unit's name ends where such a word begins; names write their own words
 * with capitals ("Ban Quản lý dự án"), so only small letters count.
 */
final class Verbs {

    private static final String WORDS = "chủ trì|phối hợp|tham mưu|xây dựng|rà soát|tổ chức|triển khai|thực hiện|hướng dẫn|kiểm tra|theo dõi|đôn đốc|tổng hợp"
            + "|báo cáo|lập|trình|ban hành|phê duyệt|thẩm định|thẩm tra|thanh tra|giám sát|bố trí|cân đối|đảm bảo|bảo đảm|tuyên truyền|phổ biến|vận động"
            + "|huy động|cung cấp|cập nhật|hoàn thành|hoàn thiện|tăng cường|đẩy mạnh|nâng cao|phát huy|duy trì|quản lý|tiếp tục|tiếp nhận|giải quyết|xử lý"
            + "|khảo sát|đề xuất|nghiên cứu|thành lập|kiện toàn|phát động|vận hành|đầu tư|lắp đặt|mua sắm|tập huấn|khẩn trương|chủ động|chịu trách nhiệm"
            + "|có trách nhiệm|có nhiệm vụ|thường xuyên|kịp thời|lựa chọn|công bố|công khai|niêm yết|số hóa|kết nối|chuẩn bị|chỉ đạo|điều phối|giúp|tập trung"
            + "|quán triệt|phân bổ|phân công|phân loại|tích hợp|sớm|căn cứ|theo chức năng|làm|đăng ký|ký|gửi|phát hành|thông báo|thống kê|cử|tham gia"
            + "|đánh giá|chấn chỉnh|khắc phục|xác định|đưa|tạo|mở|in|viết|soạn|dự thảo|góp ý|cho ý kiến|nghiêm túc|quyết liệt|tích cực|ưu tiên|lồng ghép"
            + "|cụ thể hóa|ứng dụng|khai thác|sử dụng|bàn giao|tiếp thu|thu thập|nhập|xem xét|quyết định|kiến nghị|đề nghị|bám sát|quan tâm|thúc đẩy"
            + "|khuyến khích|biên soạn|đăng tải|đăng|phát sóng|ra quân|trực tiếp|làm việc|liên hệ|tính toán|cấp|chi trả|giải ngân|thanh toán|quyết toán|nộp"
            + "|sắp xếp|bảo vệ|tuần tra|thu gom|trồng|chăm sóc|sửa chữa|nâng cấp|cải tạo|thi công|nghiệm thu|khởi công|hỗ trợ|đào tạo|bồi dưỡng"
            + "|phát triển|mở rộng|khuyến cáo|nắm|chọn|thí điểm|nhân rộng|đối chiếu|xác nhận|xác minh|hòa giải|tiếp|họp|tổng kết|sơ kết|bình xét|công nhận|là|bao gồm";
    private static final Pattern VERB = Pattern.compile("(?:" + WORDS + ")(?![\\p{L}\\p{N}])");

    private Verbs() {
    }

    /** Whether a verb of more than one syllable stands at a place. */
    static boolean isLongerAt(String printed, int place) {
        Matcher matcher = VERB.matcher(printed);
        return matcher.region(place, printed.length()).lookingAt() && matcher.group().indexOf(' ') > 0;
    }

    /** Whether a word for doing something stands at a place of a text as printed. */
    static boolean at(String printed, int place) {
        Matcher matcher = VERB.matcher(printed);
        return matcher.region(place, printed.length()).lookingAt();
    }
}
