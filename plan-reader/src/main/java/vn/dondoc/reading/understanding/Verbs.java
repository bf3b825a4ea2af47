package vn.dondoc.reading.understanding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

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
            + "|phát triển|mở rộng|khuyến cáo|nắm|chọn|thí điểm|nhân rộng|đối chiếu|xác nhận|xác minh|hòa giải|tiếp|họp|tổng kết|sơ kết|bình xét|công nhận|là|bao gồm"
            + "|hoàn chỉnh|hoàn tất|hoàn trả|thống nhất|thử nghiệm|thử|chạy thử|cấp phát|cấp đổi|kích hoạt|cài đặt|lắp|đặt|dựng|treo|gắn|cắm"
            + "|sơn|xây mới|xây thêm|vá|xóa|dọn|dỡ|tháo dỡ|tháo|gỡ|phát quang|phát tờ rơi|phát sổ|phát|nạo vét|khơi thông|tu sửa|tu bổ|sửa|gia cố|đắp|đo vẽ|đo"
            + "|vẽ|kẻ|quét|chụp|quay|thuê|mua|đấu thầu|đấu nối|mời|đón|thăm hỏi|thăm|tặng|trao|tiêm|phun|giữ gìn|giữ|kiểm kê|kiểm đếm"
            + "|kiểm điểm|thu hồi|thu nộp|chốt|chuyển giao|chuyển(?! đổi| tiếp)|tiếp công dân|trả lời|nhắc|nêu|ghi nhận|ghi|sao lưu|khôi phục"
            + "|thay thế|thay|bổ sung|điều chỉnh|sửa đổi|chấm điểm|chấm|bình chọn|khen thưởng|biểu dương|xử phạt|ngăn chặn|phát hiện|tháo gỡ"
            + "|tổng vệ sinh|diễn tập|luyện tập|ứng trực|sơ tán|di dời|neo đậu|ký kết|ký cam kết|cam kết|kêu gọi|thu hút|quảng bá|trưng bày"
            + "|khánh thành|hưởng ứng|ra mắt|bầu|hiệp thương|phân tích|phân luồng|phân cấp|mã hóa|chuẩn hóa|đồng bộ|làm sạch|làm rõ"
            + "|làm thủ tục|nối|bóc|tách|nhập liệu|giao|chỉ định|đảm nhận|đảm nhiệm|giải tỏa|đền bù|cưỡng chế|thực hành|dạy|mở lớp|dự trù"
            + "|lập dự toán|hạch toán|tạm ứng|cắt giảm|cắt tỉa|cắt|rút ngắn|đơn giản hóa|tái cấu trúc|hợp nhất|bám nắm|nắm bắt|đấu tranh|tăng|giảm|phòng ngừa|phản ánh|tiến hành|đình chỉ|khoanh vùng|lấy ý kiến|tìm kiếm|đề cao|đẩy nhanh|lãnh đạo(?=,? chỉ đạo| rà soát| thực hiện| triển khai| xây dựng)|định hướng";
    private static final Pattern VERB = Pattern.compile("(?:" + longestFirst() + ")(?![\\p{L}\\p{N}])");

    /** More characters than any of them and the next word's beginning have. */
    private static final int LONGEST = 32;

    private Verbs() {
    }

    /** So that "cấp phát" is found before "cấp". */
    private static String longestFirst() {
        return Arrays.stream(WORDS.split("\\|(?! )")).sorted(Comparator.comparingInt(String::length).reversed()).collect(Collectors.joining("|"));
    }

    /** Whether a verb of more than one syllable stands at a place. */
    static boolean isLongerAt(String printed, int place) {
        return found(printed, place).indexOf(' ') > 0;
    }

    /** Whether a word for doing something stands at a place of a text as printed. */
    static boolean at(String printed, int place) {
        return !found(printed, place).isEmpty();
    }

    /** Blind to where the tone mark stands ("số hoá"), not to capitals. */
    private static String found(String printed, int place) {
        if (place >= printed.length() || !Character.isLowerCase(printed.charAt(place))) {
            return "";
        }
        Matcher matcher = Search.from(VERB, Fold.fold(printed.substring(place, Math.min(printed.length(), place + LONGEST))), 0);
        return matcher.lookingAt() ? matcher.group() : "";
    }
}
