package vn.dondoc.samples;

/** Lengths as Word counts them: 1440 to the inch. */
final class Twips {

    private Twips() {}

    static int ofMillimetres(int millimetres) {
        return Math.round(millimetres * 1440 / 25.4f);
    }
}
