# Build: JDK 25 and Node 24
FROM node:24-bookworm-slim AS node

FROM eclipse-temurin:25-jdk-noble AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
    && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    ./mvnw -q -B -Dquick -DskipTests package

# Run: a JRE, a user of its own, data in a volume
FROM eclipse-temurin:25-jre-noble
RUN apt-get update \
    && apt-get install --yes --no-install-recommends curl fontconfig fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin histogrid \
    && install -d -o histogrid -g histogrid -m 0700 /data
COPY --from=build /build/target/histogrid.jar /opt/histogrid/histogrid.jar
USER histogrid
ENV HISTOGRID_BIND=0.0.0.0 \
    HISTOGRID_PORT=8080 \
    HISTOGRID_DATA=/data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD curl --fail --silent --show-error "http://127.0.0.1:${HISTOGRID_PORT}/health" || exit 1
ENTRYPOINT ["java", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED", "-jar", "/opt/histogrid/histogrid.jar"]
