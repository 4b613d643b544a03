package dev.tenrec.lake.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Compression with zstd, and none; parquet-java's own codecs need Hadoop. */
final class Zstd implements CompressionCodecFactory {
  private static final int LEVEL = 3;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    require(codec, codec == CompressionCodecName.ZSTD);
    return new Compressor();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    require(
        codec, codec == CompressionCodecName.ZSTD || codec == CompressionCodecName.UNCOMPRESSED);
    return new Decompressor(codec == CompressionCodecName.ZSTD);
  }

  private static void require(CompressionCodecName codec, boolean known) {
    if (!known) {
      throw new IllegalArgumentException(
          "the file is compressed with " + codec + ": Tenrec reads zstd, so rewrite the file");
    }
  }

  @Override
  public void release() {}

  private static byte[] array(BytesInput bytes) throws IOException {
    return bytes.toInputStream().readNBytes(Math.toIntExact(bytes.size()));
  }

  private static final class Compressor implements BytesInputCompressor {
    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      return BytesInput.from(context.compress(array(bytes)));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {
      context.close();
    }
  }

  private static final class Decompressor implements BytesInputDecompressor {
    private final boolean compressed;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();

    Decompressor(boolean compressed) {
      this.compressed = compressed;
    }

    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return compressed ? BytesInput.from(context.decompress(array(bytes), size)) : bytes;
    }

    @Override
    public void decompress(ByteBuffer input, int inputSize, ByteBuffer output, int outputSize)
        throws IOException {
      byte[] in = new byte[inputSize];
      input.get(in);
      output.put(array(decompress(BytesInput.from(in), outputSize)));
    }

    @Override
    public void release() {
      context.close();
    }
  }
}
