package vn.dondoc.reading;

import java.nio.charset.StandardCharsets;

/** An invented plan in text form, with the layouts that plans mix, and ways to read and to disturb it. */
final class SamplePlan {

    static final String TEXT = """
            UBND XÃ MỸ PHÚ

            Số: 112/KH-UBND

            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc

            Mỹ Phú, ngày 8 tháng 9 năm 2025

            KẾ HOẠCH

            Cải cách hành chính năm 2025 trên địa bàn xã Mỹ Phú

            Thực hiện Kế hoạch số 88/KH-UBND ngày 02/8/2025 của UBND tỉnh Trà Giang về cải cách hành chính, Ủy ban nhân dân xã Mỹ Phú xây dựng Kế hoạch cải cách hành chính năm 2025 như sau:

            A. MỤC TIÊU, YÊU CẦU

            1. Mục tiêu

            a) 100% thủ tục hành chính được công khai đúng quy định tại nơi tiếp nhận và trên trang thông tin điện tử của xã.

            b) Mức độ hài lòng của người dân đạt từ 92% trở lên.

            2. Yêu cầu

            Các phòng, đơn vị xác định rõ trách nhiệm của người đứng đầu, gắn kết quả thực hiện với đánh giá công chức hằng năm.

            B. NHIỆM VỤ

            I. Cải cách thể chế

            1. Rà soát văn bản đã ban hành

            - Cơ quan chủ trì: Văn phòng HĐND và UBND xã.

            - Cơ quan phối hợp: Phòng Kinh tế, Phòng Văn hóa - Xã hội, Công an xã; các phòng, đơn vị liên quan.

            - Thời gian hoàn thành: Quý IV/2025.

            2. Tuyên truyền, phổ biến pháp luật về thủ tục hành chính đến Nhân dân bằng nhiều hình thức phù hợp

            - Cơ quan chủ trì: Phòng Văn hóa - Xã hội.

            - Thời gian hoàn thành: Thường xuyên.

            II. Cải cách thủ tục hành chính

            1. Đơn giản hóa quy trình nội bộ (Trung tâm Phục vụ hành chính công; trước ngày 30/11/2025).

            2. Kiểm tra công vụ tại các bộ phận tiếp nhận hồ sơ (Văn phòng HĐND và UBND xã; tháng 10/2025).

            C. TỔ CHỨC THỰC HIỆN

            1. Phòng Kinh tế

            - Cân đối, bố trí kinh phí thực hiện các nhiệm vụ của Kế hoạch theo phân cấp ngân sách hiện hành và hướng dẫn thanh quyết toán.

            - Định kỳ trước ngày 15 hằng tháng báo cáo kết quả thực hiện về Văn phòng HĐND và UBND xã để tổng hợp.

            2. Văn phòng HĐND và UBND xã

            - Đôn đốc các đơn vị thực hiện; tổng hợp báo cáo UBND tỉnh định kỳ hằng quý và đột xuất khi có yêu cầu.

            Trên đây là Kế hoạch cải cách hành chính năm 2025 của Ủy ban nhân dân xã Mỹ Phú./.

            Nơi nhận:
            - Sở Nội vụ (b/c);
            - Đảng ủy, HĐND xã;
            - Các phòng, đơn vị;
            - Lưu: VT, VP.

            TM. ỦY BAN NHÂN DÂN
            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH

            Đặng Thị Thu Hà
            """;

    private SamplePlan() {
    }

    static Reading read(String text) {
        return read("plan.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading read(String name, byte[] bytes) {
        return switch (new PlanReader().read(new SourceFile(name, bytes))) {
            case ReadingResult.Read(Reading reading) -> reading;
            case ReadingResult.Unreadable(UnreadableCode code, String detail) -> throw new AssertionError(code + ": " + detail);
        };
    }
}
