package vn.dondoc.reading.bench;

import java.util.Locale;

/** An invented plan of some 60 printed pages whose annex has as many rows as asked for. */
final class LargePlan {

    private static final String[] UNITS = {"Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã", "Trạm Y tế", "Văn phòng HĐND và UBND xã", "Hội Nông dân xã"};
    private static final String[] WORK = {"Rà soát, cập nhật hồ sơ quản lý", "Tổ chức kiểm tra thực tế tại cơ sở", "Tuyên truyền, phổ biến quy định mới đến người dân",
        "Tập huấn nghiệp vụ cho cán bộ phụ trách", "Xây dựng phương án phối hợp giữa các đơn vị"};

    private LargePlan() {
    }

    static String text(int rows) {
        StringBuilder text = new StringBuilder("""
                UBND XÃ BẾN LỞ
                Số: 15/KH-UBND
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Bến Lở, ngày 05 tháng 01 năm 2026

                KẾ HOẠCH
                Phát triển kinh tế - xã hội năm 2026

                Căn cứ Nghị quyết số 12/NQ-HĐND ngày 20/12/2025 của HĐND xã, UBND xã Bến Lở xây dựng Kế hoạch như sau:

                I. MỤC TIÊU
                - Tỷ lệ hộ nghèo còn dưới 2%.
                II. NHIỆM VỤ
                """);
        for (int i = 1; i <= rows / 5; i++) {
            text.append(String.format(Locale.ROOT, "%d. Nội dung số %d: triển khai đồng bộ các giải pháp, gắn trách nhiệm của người đứng đầu với kết quả thực hiện ở từng địa bàn, bảo đảm tiết kiệm và đúng quy định của pháp luật.%n%n", i % 99 + 1, i));
        }
        text.append("III. TỔ CHỨC THỰC HIỆN\n");
        for (String unit : UNITS) {
            text.append("- ").append(unit).append(": Chủ động tham mưu, đôn đốc; báo cáo UBND xã trước ngày 20 hằng tháng.\n");
        }
        text.append("\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n| TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành | Sản phẩm |\n|---|---|---|---|---|---|\n");
        for (int i = 1; i <= rows; i++) {
            text.append(String.format(Locale.ROOT, "| %d | %s theo nhóm công việc số %d, bảo đảm đúng tiến độ đã đề ra | %s | %s; các thôn | Trước ngày %d/%d/2026 | Báo cáo kết quả |%n",
                    i, WORK[i % WORK.length], i, UNITS[i % UNITS.length], UNITS[(i + 1) % UNITS.length], i % 28 + 1, i % 12 + 1));
        }
        return text.toString();
    }
}
