package org.histogrid;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class HistogridApplication {

    public static void main(String[] args) {
        SpringApplication.run(HistogridApplication.class, args);
    }
}
