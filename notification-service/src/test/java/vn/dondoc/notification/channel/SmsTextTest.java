package vn.dondoc.notification.channel;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SmsTextTest {

    @Test
    void marks_go_and_the_words_stay() {
        assertThat(SmsText.plain("Đôn Đốc: mã “đăng nhập” – 123456\n")).isEqualTo("Don Doc: ma \"dang nhap\" - 123456");
        assertThat(SmsText.plain("Ươm mầm 🌱")).isEqualTo("Uom mam ?");
    }

    @Test
    void what_is_too_long_for_one_message_is_cut() {
        assertThat(SmsText.plain("đ".repeat(500))).hasSize(160).endsWith("...");
        assertThat(SmsText.plain("đ".repeat(160))).hasSize(160).doesNotContain(".");
    }
}
