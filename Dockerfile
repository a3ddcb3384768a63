FROM eclipse-temurin:17-jdk AS build
WORKDIR /source
COPY . .
RUN ./mvnw --batch-mode --no-transfer-progress -DskipTests package

FROM eclipse-temurin:17-jre
COPY --from=build /source/target/onboarding.jar /app/onboarding.jar
# nobody in particular; nothing is written but to /tmp, so the file system can be read-only
USER 10001:10001
WORKDIR /tmp
EXPOSE 8080
# health and figures, open to nobody outside the container
ENV MANAGEMENT_SERVER_PORT=8090
# spoken by bash, since the image need not have curl
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 CMD ["bash", "-c", \
	"exec 3<>/dev/tcp/127.0.0.1/8090 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 4 line <&3 && [[ $line == *' 200'* ]]"]
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "-XX:MaxRAMPercentage=75", "-jar", "/app/onboarding.jar"]
