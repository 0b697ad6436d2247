export declare function handOver(script: string, args?: string[]): Promise<void>;
export declare function checkNode(version: string): void;
export declare function installed(root: string): boolean;
