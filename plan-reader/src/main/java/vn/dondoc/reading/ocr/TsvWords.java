package vn.dondoc.reading.ocr;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.reading.ocr.Recogniser.Word;

/** Words in the table that tesseract prints: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
final class TsvWords {

    private static final int COLUMNS = 12;
    private static final String WORD_LEVEL = "5";
    private static final int MOST_WORDS = 20_000;

    private TsvWords() {
    }

    /** Lines that are no words, and words that are only blanks, are passed over. */
    static List<Word> in(String table) {
        List<Word> words = new ArrayList<>();
        for (String line : table.split("\n")) {
            String[] cells = line.split("\t", COLUMNS);
            if (cells.length == COLUMNS && cells[0].equals(WORD_LEVEL) && !cells[11].isBlank() && words.size() < MOST_WORDS) {
                try {
                    words.add(new Word(cells[11].strip(), Integer.parseInt(cells[6]), Integer.parseInt(cells[7]), Integer.parseInt(cells[8]),
                            Integer.parseInt(cells[9]), Math.clamp(Double.parseDouble(cells[10]) / 100, 0, 1)));
                } catch (NumberFormatException noWord) {
                    continue;
                }
            }
        }
        return words;
    }
}
