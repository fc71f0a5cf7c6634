package org.histogrid.screening;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// A ranking as Parquet: scores as doubles, null where there is none. Holds one group of rows at a time. Nothing is
/// compressed: scores differ in nearly all of their digits, and the codecs of others are native code.
final class RankingParquet implements RankingWriter {

    private static final long BYTES_A_GROUP = 8L << 20;
    private static final int BYTES_A_PAGE = 256 << 10;

    private final ParquetWriter<RankedNeuron> writer;

    RankingParquet(RankingColumns columns, OutputStream out) throws IOException {
        writer = new Builder(new StreamedFile(out), columns)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
                .withRowGroupSize(BYTES_A_GROUP)
                .withPageSize(BYTES_A_PAGE)
                .build();
    }

    @Override
    public void write(RankedNeuron row) throws IOException {
        writer.write(row);
    }

    @Override
    public void finish() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<RankedNeuron, Builder> {

        private final RankingColumns columns;

        private Builder(OutputFile file, RankingColumns columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<RankedNeuron> getWriteSupport(Configuration conf) {
            return new Rows(columns);
        }

        @Override
        protected WriteSupport<RankedNeuron> getWriteSupport(ParquetConfiguration conf) {
            return new Rows(columns);
        }
    }

    /// Takes a neuron apart into its columns.
    private static final class Rows extends WriteSupport<RankedNeuron> {

        private static final LogicalTypeAnnotation TEXT = LogicalTypeAnnotation.stringType();

        private final RankingColumns columns;
        private final MessageType schema;
        private @Nullable RecordConsumer consumer;

        private Rows(RankingColumns columns) {
            this.columns = columns;
            var types = Types.buildMessage();
            types.required(PrimitiveTypeName.INT32).named(RankingColumns.RANK);
            types.required(PrimitiveTypeName.INT32).named(RankingColumns.HOOK_POINT);
            types.required(PrimitiveTypeName.BINARY).as(TEXT).named(RankingColumns.SITE);
            types.optional(PrimitiveTypeName.INT32).named(RankingColumns.LAYER);
            types.required(PrimitiveTypeName.BINARY).as(TEXT).named(RankingColumns.TOKEN);
            types.required(PrimitiveTypeName.INT32).named(RankingColumns.NEURON);
            columns.scores()
                    .forEach(score -> types.optional(PrimitiveTypeName.DOUBLE).named(columns.name(score)));
            types.required(PrimitiveTypeName.BINARY).as(TEXT).named(RankingColumns.OUTLIERS);
            schema = types.named("ranking");
        }

        @Override
        public WriteContext init(Configuration conf) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration conf) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public void write(RankedNeuron row) {
            var point = columns.pointOf(row);
            var layer = point.layer();
            var to = Objects.requireNonNull(consumer);
            to.startMessage();
            field(to, RankingColumns.RANK, () -> to.addInteger(row.rank()));
            field(to, RankingColumns.HOOK_POINT, () -> to.addInteger(point.id()));
            field(to, RankingColumns.SITE, () -> to.addBinary(Binary.fromString(point.site())));
            if (layer != null) {
                field(to, RankingColumns.LAYER, () -> to.addInteger(layer));
            }
            field(to, RankingColumns.TOKEN, () -> to.addBinary(Binary.fromString(point.token())));
            field(to, RankingColumns.NEURON, () -> to.addInteger(row.neuron().neuron()));
            for (var score : columns.scores()) {
                row.value(score).ifPresent(value -> field(to, columns.name(score), () -> to.addDouble(value)));
            }
            field(to, RankingColumns.OUTLIERS, () -> to.addBinary(Binary.fromString(RankingColumns.outliers(row))));
            to.endMessage();
        }

        private void field(RecordConsumer to, String name, Runnable value) {
            var index = schema.getFieldIndex(name);
            to.startField(name, index);
            value.run();
            to.endField(name, index);
        }
    }
}
