package dev.tenrec.demo.recording;

/** Where something stands on a page, in pixels from its top left corner. */
record Box(int x, int y, int width, int height) {
  int centerX() {
    return x + width / 2;
  }

  int centerY() {
    return y + height / 2;
  }

  int bottom() {
    return y + height;
  }

  String style() {
    return "left:%dpx;top:%dpx;width:%dpx;height:%dpx".formatted(x, y, width, height);
  }
}
