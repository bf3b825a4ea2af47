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

    @Test
    void the_room_is_counted_as_networks_do() {
        assertThat(SmsText.units("a{b}")).isEqualTo(6);
        assertThat(SmsText.segments("a".repeat(160))).isOne();
        assertThat(SmsText.segments("a".repeat(161))).isEqualTo(2);
        assertThat(SmsText.isCut("đ".repeat(160))).isFalse();
        assertThat(SmsText.isCut("{".repeat(81))).isTrue();
        assertThat(SmsText.units(SmsText.plain("{".repeat(500)))).isLessThanOrEqualTo(160);
    }
}
