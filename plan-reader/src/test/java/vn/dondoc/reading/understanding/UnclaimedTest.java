package vn.dondoc.reading.understanding;

import org.junit.jupiter.api.Test;
import vn.dondoc.reading.Measure;
import vn.dondoc.reading.Objective;
import vn.dondoc.reading.Reading;
import vn.dondoc.reading.text.TextDocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

/** What is neither target, task nor duty is still told. */
class UnclaimedTest {

    private static final String PLAN = """
            KẾ HOẠCH
            Phát triển thư viện cộng đồng năm 2026
            I. MỤC TIÊU
            1. Mục tiêu chung
            Xây dựng thói quen đọc sách trong các gia đình.
            2. Mục tiêu cụ thể
            - Số lượt bạn đọc đạt 900 lượt.
            - Không gian đọc thân thiện với trẻ nhỏ.
            II. NHIỆM VỤ VÀ GIẢI PHÁP
            1. Tuyên truyền
            - Phát thanh các bài giới thiệu sách mới.
            - Đoàn Thanh niên xã vận động quyên góp sách cũ.
            2. Mua sắm sách
            Lựa chọn sách phù hợp với người cao tuổi.
            (Chi tiết tại Phụ lục kèm theo)
            III. NHIỆM VỤ CỤ THỂ
            1. Sửa chữa phòng đọc
            - Cơ quan chủ trì: Phòng Kinh tế.
            - Thời gian hoàn thành: 30/6/2026.
            IV. TỔ CHỨC THỰC HIỆN
            1. Phòng Văn hóa - Xã hội
            - Theo dõi việc thực hiện Kế hoạch.
            Trên đây là Kế hoạch phát triển thư viện cộng đồng.
            """;

    private static Reading read(String text) {
        TextDocument.Builder document = new TextDocument.Builder();
        text.lines().forEach(document::paragraph);
        return Interpreter.read(document.build());
    }

    @Test
    void measuresKeepTheirHeadingAndTheUnitTheyName() {
        Reading reading = read(PLAN);

        assertThat(reading.measures()).extracting(Measure::heading, Measure::unit, Measure::text).containsExactly(
                tuple("Tuyên truyền", null, "Phát thanh các bài giới thiệu sách mới."),
                tuple("Tuyên truyền", "Đoàn Thanh niên xã", "Đoàn Thanh niên xã vận động quyên góp sách cũ."),
                tuple("Mua sắm sách", null, "Lựa chọn sách phù hợp với người cao tuổi."));
        assertThat(reading.tasks()).hasSize(1);
        assertThat(reading.duties()).hasSize(1);
    }

    @Test
    void objectivesAreThoseWithoutFigure() {
        Reading reading = read(PLAN);

        assertThat(reading.objectives()).extracting(Objective::heading, Objective::text).containsExactly(
                tuple("Mục tiêu chung", "Xây dựng thói quen đọc sách trong các gia đình."),
                tuple("Mục tiêu cụ thể", "Không gian đọc thân thiện với trẻ nhỏ."));
        assertThat(reading.targets()).hasSize(1);
        assertThat(reading.text().substring(reading.objectives().getFirst().source().from(), reading.objectives().getFirst().source().to()))
                .isEqualTo("Xây dựng thói quen đọc sách trong các gia đình.");
    }
}
