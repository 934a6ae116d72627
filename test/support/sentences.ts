/** One of many: `1 points`. A figure with digits before it is another: `0.1 points`. */
export const ONE_OF_MANY =
  /(?<![\d.,:])1 (?:agents|cases|cells|columns|days|decimals|events|formulas|grades|indicators|items|members|pairs|parts|people|periods|points|raters|ratings|results|rows|sections|steps|values)\b/;
